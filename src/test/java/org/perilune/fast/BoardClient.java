package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.perilune.testkit.TestBoard;

/** A socket to a server of a board that runs in the test's own thread. Each character of a text is one byte. */
final class BoardClient implements AutoCloseable {
    /** Longest that anything is waited for; no working machine needs it. */
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final TestBoard board;
    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private boolean ended;

    BoardClient(TestBoard board, int port) throws IOException {
        this.board = board;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        Thread reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    /** Runs the board until a condition holds that the outside brings about. */
    static void runUntil(TestBoard board, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        // The board's time runs ahead of the host's while all is quiet, so it may take more than one run.
        while (!board.board().runUntil(condition, Duration.ofSeconds(1)) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private void read() {
        byte[] part = new byte[4096];
        try {
            InputStream in = socket.getInputStream();
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                synchronized (received) {
                    received.write(part, 0, count);
                }
                board.board().post(() -> {});
            }
        } catch (IOException e) {
            // Closed by one side or the other.
        }
        synchronized (received) {
            ended = true;
        }
        board.board().post(() -> {});
    }

    void send(String latin1) throws IOException {
        socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** What came so far and was not taken. */
    String pending() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** Runs the board until a text comes, and takes everything up to its end. */
    String expect(String text) {
        runUntil(board, () -> pending().contains(text));
        String all = pending();
        int at = all.indexOf(text);
        assertTrue(at >= 0, () -> "no '" + text + "' in '" + all + "'");
        String taken = all.substring(0, at + text.length());
        synchronized (received) {
            byte[] rest = received.toByteArray();
            received.reset();
            received.write(rest, taken.length(), rest.length - taken.length());
        }
        return taken;
    }

    /** Runs the board until it has closed the connection. */
    void expectEnd() {
        runUntil(board, this::hasEnded);
        assertTrue(hasEnded(), () -> "still open after '" + pending() + "'");
    }

    /** Runs the board until it has closed the connection or a text has come, which stays. */
    void runUntilEndOr(String text) {
        runUntil(board, () -> hasEnded() || pending().contains(text));
        assertTrue(hasEnded() || pending().contains(text), () -> "still open after '" + pending() + "'");
    }

    private boolean hasEnded() {
        synchronized (received) {
            return ended;
        }
    }

    /** Ends what this side sends; the other may go on. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
