package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.perilune.FreePort;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.Clock;
import org.perilune.board.PowerCycle;
import org.perilune.board.RealClock;
import org.perilune.board.UartSink;
import org.perilune.board.standard.StandardBoards;
import org.perilune.board.storage.FileStore;
import org.perilune.runtime.heap.Heap;

/** A board with the usual heap, on a thread of its own, that was told to serve FTP by the line that a user types. */
public final class FtpBoard implements AutoCloseable {
    static final String USER = "moon";
    static final String PASSWORD = "tide pool";

    /** Longest that anything is waited for; no working machine needs it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StandardBoards boards = new StandardBoards();
    /** What was printed since the last line was typed. */
    private final StringBuilder printed = new StringBuilder();
    /** All that was printed. */
    private final StringBuilder log = new StringBuilder();

    private final int port;
    private final Board board;
    private final Thread thread;

    private FtpBoard(Chip chip, Clock clock) {
        port = FreePort.find();
        board = boards.create(
                BoardConfig.standard(clock).withEcho(false).withAccessPoint("ssid", "password"),
                chip,
                UartSink.withoutCarriageReturns(this::print));
        thread = new Thread(board::serve, "ftp board");
    }

    /** A board that serves its files. */
    static FtpBoard serving(Chip chip) {
        return serving(chip, new RealClock());
    }

    static FtpBoard serving(Chip chip, Clock clock) {
        FtpBoard ftp = idle(chip, clock);
        ftp.openServer();
        return ftp;
    }

    /** A board on the host's clock that serves its files to a user of the caller's. */
    public static FtpBoard serving(Chip chip, String user, String password) {
        FtpBoard ftp = idle(chip, new RealClock());
        ftp.openServer("fast.ftp()", user, password);
        return ftp;
    }

    /** A board at its prompt. */
    static FtpBoard idle(Chip chip, Clock clock) {
        FtpBoard ftp = new FtpBoard(chip, clock);
        ftp.board.powerOn();
        ftp.thread.start();
        ftp.await("> ");
        return ftp;
    }

    void openServer() {
        openServer("fast.ftp()");
    }

    /** Opens the server of a module's table, given as a Lua expression. */
    void openServer(String module) {
        openServer(module, USER, PASSWORD);
    }

    private void openServer(String module, String user, String password) {
        type(module + ":open('" + user + "','" + password + "',nil,nil," + port + ")");
        await("FTP server at 127.0.0.1:" + port, "FTP server at 192.168.4.1:" + port);
    }

    void openTelnet() {
        type("fast.telnet():open('ssid','password'," + port + ")");
        await("Telnet server at 127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** A client that has logged in. */
    FtpClient login() throws IOException {
        return FtpClient.login(port, USER, PASSWORD);
    }

    // ---- the serial line

    private void print(byte[] bytes) {
        synchronized (printed) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            printed.append(text);
            log.append(text);
            printed.notifyAll();
        }
    }

    /** All that the board has printed since it was switched on. */
    public String log() {
        synchronized (printed) {
            return log.toString();
        }
    }

    /** What the board has printed since the last line was typed. */
    String printed() {
        synchronized (printed) {
            return printed.toString();
        }
    }

    /** Types a line and returns what comes before the next prompt. */
    String type(String line) {
        synchronized (printed) {
            printed.setLength(0);
        }
        board.type(line);
        await("> ");
        String answer = printed();
        return answer.substring(0, answer.lastIndexOf("> ")).strip();
    }

    /** Waits until the board has printed one of the texts since the last line. */
    private void await(String... texts) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (printed) {
            while (!containsAny(texts)) {
                assertTrue(System.nanoTime() < end, () -> "the board printed " + printed);
                try {
                    printed.wait(PATIENCE.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(e);
                }
            }
        }
    }

    private boolean containsAny(String... texts) {
        for (String text : texts) {
            if (printed.indexOf(text) >= 0) {
                return true;
            }
        }
        return false;
    }

    // ---- inside

    /** Asks for something on the board's thread. */
    <T> T ask(Function<Board, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        board.post(() -> {
            try {
                answer.complete(question.apply(board));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Device bytes free when the garbage is collected. */
    long free() {
        return ask(running -> settle(running.cycle()).deviceFree());
    }

    /** Fewest device bytes that were free at a time since the last {@link #watch}. */
    long least() {
        return ask(running -> {
            Heap heap = running.cycle().heap();
            return heap.deviceUsed() + heap.deviceFree() - heap.devicePeak();
        });
    }

    /** Lets {@link #least} begin anew. */
    void watch() {
        ask(running -> {
            settle(running.cycle()).resetPeaks();
            return null;
        });
    }

    private static Heap settle(PowerCycle cycle) {
        for (int i = 0; i < 3; i++) {
            cycle.lua().vm().collector().fullCollect();
        }
        return cycle.heap();
    }

    /** Bytes of a file on the board; null when there is none. */
    byte[] file(String name) {
        return ask(running -> running.chip().files().read(name));
    }

    /** Names of all files on the board, as they lie there. */
    Set<String> names() {
        return ask(running -> new TreeSet<>(running.chip().files().list().stream()
                .map(FileStore.Entry::name)
                .toList()));
    }

    /** Waits until the board's Lua says that something is so. */
    void awaitTrue(String condition) {
        for (long end = System.nanoTime() + PATIENCE.toNanos();
                !type("=(" + condition + ")").equals("true"); ) {
            assertTrue(System.nanoTime() < end, () -> condition + ": " + printed());
        }
    }

    @Override
    public void close() {
        board.stop();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        board.close();
        boards.close();
    }
}
