package org.perilune.board.net.lua;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.Clock;
import org.perilune.board.Modules;
import org.perilune.board.RealClock;
import org.perilune.board.UartSink;
import org.perilune.board.module.NodeModule;
import org.perilune.board.module.PipeModule;
import org.perilune.board.module.TmrModule;
import org.perilune.board.net.NetworkHost;
import org.perilune.board.storage.MemoryFileStore;
import org.perilune.board.wifi.WifiModule;
import org.perilune.fastload.FastBundle;

/** A board with a network, running one program. */
public final class NetBoard implements AutoCloseable {
    /** Longest that anything is waited for; no working machine needs it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final NetworkHost host = new NetworkHost(complaint -> {});
    private final StringBuilder printed = new StringBuilder();
    private final Board board;

    private NetBoard(Clock clock, UnaryOperator<BoardConfig> changes, String program) {
        MemoryFileStore files = new MemoryFileStore();
        files.write("init.lua", program.getBytes(StandardCharsets.ISO_8859_1));
        BoardConfig config = changes.apply(BoardConfig.standard(clock).withEcho(false));
        board = new Board(
                config,
                new Chip(files),
                Modules.of(
                        List.of(
                                new NetModule(host, config.compat()),
                                new NodeModule(),
                                new PipeModule(),
                                new TmrModule(false),
                                new WifiModule(config.compat())),
                        FastBundle.bundled()),
                UartSink.withoutCarriageReturns(
                        bytes -> printed.append(new String(bytes, StandardCharsets.ISO_8859_1))));
    }

    /** A board on the host's time that ran the program's start. */
    static NetBoard running(String... program) {
        NetBoard started = new NetBoard(new RealClock(), config -> config, String.join("\n", program));
        started.board.powerOn();
        return started;
    }

    /** A board that is off. */
    public static NetBoard off(Clock clock, UnaryOperator<BoardConfig> changes, String... program) {
        return new NetBoard(clock, changes, String.join("\n", program));
    }

    public Board board() {
        return board;
    }

    /** All that the board printed, without its prompts. */
    public String printed() {
        return printed.toString().replace("> ", "");
    }

    /** Runs the board until a peer has done its part. */
    <T> T runUntilDone(CompletableFuture<T> peer) throws InterruptedException, ExecutionException {
        // The board is woken when the peer is done, which is before the stage that wakes it is.
        CompletableFuture<T> waking = peer.whenComplete((result, failure) -> board.post(() -> {}));
        assertTrue(board.runUntil(peer::isDone, PATIENCE), this::printed);
        return waking.get();
    }

    /** Asserts that the board printed these lines one after the other. */
    void assertPrinted(String... lines) {
        assertTrue(printed.indexOf(String.join("\n", lines) + "\n") >= 0, this::printed);
    }

    public void forget() {
        printed.setLength(0);
    }

    /** Runs the board until it printed a text. */
    public void runUntilPrinted(String text) {
        assertTrue(board.runUntil(() -> printed.indexOf(text) >= 0, PATIENCE), () -> "the board printed " + printed);
    }

    /** The line that the board printed with a word in front, without the word. */
    String answer(String word) {
        runUntilPrinted(word + " ");
        int at = printed.indexOf(word + " ") + word.length() + 1;
        runUntilPrinted("\n");
        assertTrue(board.runUntil(() -> printed.indexOf("\n", at) > 0, PATIENCE));
        return printed.substring(at, printed.indexOf("\n", at));
    }

    /** Types a line and returns what it prints after a word, as {@link #answer}. */
    String ask(String line, String word) {
        forget();
        board.type(line);
        return answer(word);
    }

    @Override
    public void close() {
        board.close();
        host.close();
    }
}
