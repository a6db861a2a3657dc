package org.perilune.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.perilune.board.Board;
import org.perilune.board.UartSink;
import org.perilune.telnet.LineConsole;

/**
 * A board's serial line: at its other end is the terminal that the board was started in, and perhaps clients that come in
 * by telnet. Then all see what the board prints, a line reaches the board as a whole, and the others see it, too.
 */
final class SerialLine implements UartSink, LineConsole {
    /** Bytes typed and not yet run beyond which a client has to wait. */
    private static final int ENOUGH = 4096;

    private final UartSink terminal;
    /** Shows all clients a text; null while the terminal is alone. */
    private volatile Consumer<byte[]> clients;

    private Board board;
    /** What was typed in the terminal of a line that has not ended. */
    private byte[] unfinished = {};

    /** @param terminal shows what the board prints; told by the board's thread only, as it may make that wait */
    SerialLine(UartSink terminal) {
        this.terminal = terminal;
    }

    /** Ties the line to its board, before anybody uses it. */
    void to(Board itsBoard) {
        board = itsBoard;
    }

    /** Shares the line with clients, who are shown all; told by any thread. */
    void share(Consumer<byte[]> withClients) {
        clients = withClients;
    }

    private void show(byte[] text) {
        if (clients != null) {
            clients.accept(text);
        }
    }

    // ---- from the board

    @Override
    public void send(byte[] bytes) {
        show(bytes);
        terminal.send(bytes);
    }

    // ---- from the terminal

    /** Takes what was typed in the terminal, or came in through a pipe. */
    void typed(byte[] bytes) {
        if (clients == null) {
            board.send(bytes);
        } else {
            typedLines(bytes);
        }
    }

    private void typedLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end == 0) {
            unfinished = joined(unfinished, bytes);
            return;
        }
        byte[] lines = joined(unfinished, Arrays.copyOf(bytes, end));
        unfinished = Arrays.copyOfRange(bytes, end, bytes.length);
        show(lines);
        board.send(lines);
    }

    /** Nothing more comes from the terminal. */
    void ended() {
        show(unfinished);
        board.send(unfinished);
        unfinished = new byte[0];
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    // ---- from the clients

    @Override
    public boolean isBusy() {
        return board.unread() > ENOUGH;
    }

    @Override
    public void line(byte[] text) {
        byte[] echo = joined(text, "\r\n".getBytes(StandardCharsets.ISO_8859_1));
        board.post(() -> terminal.send(echo));
        board.send(joined(text, new byte[] {'\n'}));
    }

    @Override
    public void interrupt() {
        board.interrupt();
    }
}
