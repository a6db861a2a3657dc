package org.perilune.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.perilune.board.Board;
import org.perilune.board.UartSink;

/**
 * A board's prompt in a terminal, with line editing and history. What the board sends up to the last line end is printed
 * above the line being edited; the rest, mostly a prompt, stands in front of it.
 */
final class TerminalConsole implements UartSink, AutoCloseable {
    /** How long a line typed waits for the board's next prompt before editing goes on without one. */
    private static final long PROMPT_PATIENCE_MILLIS = 150;

    private final Terminal terminal;
    private final LineReader reader;
    private final Object lock = new Object();
    private final StringBuilder unfinished = new StringBuilder();
    private final TypedEcho echo = new TypedEcho();
    private boolean reading;
    private final SerialLine line = new SerialLine(this);
    private Board board;

    TerminalConsole() throws IOException {
        terminal = TerminalBuilder.builder().system(true).build();
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("perilune")
                .variable(LineReader.HISTORY_FILE, historyFile())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.BRACKETED_PASTE, false)
                .build();
    }

    private static Path historyFile() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return folder.resolve("perilune").resolve("history");
    }

    /** The serial line at whose end this terminal is. */
    SerialLine line() {
        return line;
    }

    @Override
    public void send(byte[] bytes) {
        synchronized (lock) {
            // A program that reads the serial line itself takes it for a terminal's, which shows nothing by itself.
            byte[] news = board != null && board.readsRaw() ? echo.without(bytes) : bytes;
            StringBuilder finished = new StringBuilder();
            for (byte b : news) {
                if (b == '\n') {
                    finished.append(unfinished).append('\n');
                    unfinished.setLength(0);
                } else if (b != '\r') {
                    unfinished.append((char) (b & 0xff));
                }
            }
            show(text(finished.toString()));
            lock.notifyAll();
        }
    }

    private void show(String finished) {
        if (!reading) {
            terminal.writer().print(finished);
            terminal.writer().flush();
            return;
        }
        // The prompt first: printing above draws the line anew with it.
        if (reader instanceof LineReaderImpl editor) {
            editor.setPrompt(text(unfinished.toString()));
        }
        if (!finished.isEmpty()) {
            reader.printAbove(finished.substring(0, finished.length() - 1));
        } else if (reader instanceof LineReaderImpl editor && editor.isReading()) {
            editor.callWidget(LineReader.REDRAW_LINE);
            editor.callWidget(LineReader.REDISPLAY);
        }
    }

    private static String text(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Begins to read lines for a board, in a thread of its own; the end of input stops the board. */
    void start(Board forBoard) {
        board = forBoard;
        // While no line is being edited; the editor has its own way to tell.
        terminal.handle(Terminal.Signal.INT, signal -> board.interrupt());
        Thread thread = new Thread(this::readLines, "console");
        thread.setDaemon(true);
        thread.start();
    }

    private void readLines() {
        try {
            while (true) {
                try {
                    String typed = reader.readLine(takePrompt());
                    synchronized (lock) {
                        reading = false;
                        unfinished.setLength(0);
                        echo.expect(typed);
                    }
                    line.typed((typed + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (UserInterruptException e) {
                    synchronized (lock) {
                        reading = false;
                    }
                    board.interrupt();
                }
            }
        } catch (EndOfFileException e) {
            board.stop();
        }
    }

    /** Waits a little for the board's prompt; whatever stands in its place by then is the prompt. */
    private String takePrompt() {
        synchronized (lock) {
            long patienceEnds = System.nanoTime() + PROMPT_PATIENCE_MILLIS * 1_000_000;
            long left = PROMPT_PATIENCE_MILLIS;
            while (!unfinished.toString().endsWith("> ") && left > 0) {
                try {
                    lock.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new EndOfFileException(e);
                }
                left = (patienceEnds - System.nanoTime()) / 1_000_000;
            }
            reading = true;
            return text(unfinished.toString());
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
