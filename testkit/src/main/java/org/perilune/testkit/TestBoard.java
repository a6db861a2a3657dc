package org.perilune.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.perilune.board.Board;
import org.perilune.board.PowerCycle;
import org.perilune.board.standard.StandardBoards;
import org.perilune.board.storage.FileStore;

/**
 * A board in the hands of a test: one that runs in virtual time and keeps what it prints. Texts are as the board has them,
 * each character one byte; lines end with LF alone, and what is typed is not echoed.
 *
 * <p>Heap figures are device bytes and exact: the same test gives the same figures on every host.
 */
public final class TestBoard implements AutoCloseable {
    /** How long {@link #expect(String)} waits, in the board's time. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long a typed line may run. */
    private static final Duration LONGEST_LINE = Duration.ofMinutes(1);
    /** Bytes of a line that the board's buffer takes, its end not counted. */
    private static final int LINE_CAPACITY = 254;

    private final Board board;
    private final SerialLog log;
    /** Ends what only this board uses. */
    private final Runnable afterwards;
    /** Measures the present power cycle; null until its first prompt. */
    private HeapMeter meter;

    TestBoard(Board board, SerialLog log, Runnable afterwards) {
        this.board = board;
        this.log = log;
        this.afterwards = afterwards;
    }

    /** Begins to describe a board. */
    public static TestBoardBuilder builder() {
        return new TestBoardBuilder(null);
    }

    /**
     * Begins to describe a board that shares its network threads with others, and meets them at their own port numbers.
     *
     * @param shared to be closed after the boards
     */
    public static TestBoardBuilder builder(StandardBoards shared) {
        return new TestBoardBuilder(shared);
    }

    /** The board itself, for what this facade does not show. */
    public Board board() {
        return board;
    }

    // ---- power

    /** Switches the board on and runs it to its first prompt; a board that is on stays as it is. */
    public void boot() {
        board.powerOn();
        awaitPrompt();
    }

    /** Cuts the power: files stay, all else is gone. */
    public void powerOff() {
        board.powerOff();
    }

    /** Cuts the power and boots again. */
    public void powerCycle() {
        powerOff();
        boot();
    }

    @Override
    public void close() {
        board.close();
        afterwards.run();
    }

    // ---- the prompt

    /**
     * Types a line and runs the board until the prompt is back, or until nothing is pending. After a line that restarts
     * the board that is the prompt of the next boot.
     */
    public TestBoard type(String line) {
        if (line.length() > LINE_CAPACITY) {
            throw new IllegalArgumentException(
                    "a line of " + line.length() + " bytes; the board's buffer takes " + LINE_CAPACITY);
        }
        PowerCycle cycle = cycle();
        int before = cycle.promptsShown();
        board.type(line);
        runUntil(() -> board.cycle() != cycle || cycle.promptsShown() > before || board.isIdle(), LONGEST_LINE);
        awaitRestart(cycle);
        return this;
    }

    /** Waits for a text; see {@link #expect(Pattern)}. */
    public String expect(String text) {
        return expect(text, PATIENCE);
    }

    /** Waits for a text, no longer than so much of the board's time; see {@link #expect(Pattern)}. */
    public String expect(String text, Duration patience) {
        return expect(Pattern.compile(text, Pattern.LITERAL), patience);
    }

    /**
     * Runs the board until it has printed something that matches, and takes that from the output, with all before it.
     *
     * @return what was taken
     * @throws AssertionError when nothing matches, naming what was printed instead
     */
    public String expect(Pattern pattern) {
        return expect(pattern, PATIENCE);
    }

    /** Waits for a match, no longer than so much of the board's time; see {@link #expect(Pattern)}. */
    public String expect(Pattern pattern, Duration patience) {
        String[] taken = {log.takeThrough(pattern)};
        int[] seen = {log.length()};
        if (taken[0] == null) {
            runUntil(
                    () -> {
                        if (log.length() != seen[0]) {
                            seen[0] = log.length();
                            taken[0] = log.takeThrough(pattern);
                        }
                        return taken[0] != null || board.isIdle();
                    },
                    patience);
        }
        if (taken[0] == null) {
            throw new AssertionError(Failures.notPrinted(pattern, log.pending(), board.isIdle(), patience));
        }
        return taken[0];
    }

    /** Takes what was printed since the last {@code expect} or {@code output}. */
    public String output() {
        return log.takeAll();
    }

    /**
     * Runs a chunk of Lua, of any length, past the prompt. What it leaves for later (tasks, timers) runs when time
     * advances.
     *
     * @return what it printed; {@code expect} does not see that
     * @throws AssertionError when the chunk fails, with Lua's message
     */
    public String run(String lua) {
        PowerCycle cycle = cycle();
        Chunk chunk = new Chunk(lua);
        log.setAside();
        String printed;
        try {
            cycle.post(() -> chunk.run(cycle.lua()));
            runUntil(() -> chunk.isDone() || board.cycle() != cycle, LONGEST_LINE);
        } finally {
            printed = log.takeAside();
        }
        awaitRestart(cycle);
        if (chunk.error() != null) {
            throw new AssertionError(Failures.inChunk(chunk.error(), printed));
        }
        return printed;
    }

    // ---- time

    /** Lets the board run for so much of its time. */
    public void advance(Duration time) {
        runUntil(() -> false, time);
    }

    /** Lets the board run until nothing is pending, but no longer than so much of its time; whether nothing is. */
    public boolean advanceUntilIdle(Duration limit) {
        runUntil(board::isIdle, limit);
        return board.isIdle();
    }

    // ---- heap

    /** Device bytes free: what {@code node.heap()} would say if asking cost nothing. Garbage is collected first. */
    public long heap() {
        return meter().free();
    }

    /** Device bytes in use above the level of the first prompt, or of the last {@link #mark}. */
    public long liveBytes() {
        return heapFigures().live();
    }

    /** Most device bytes that were in use at a time above that level. */
    public long peakBytes() {
        return heapFigures().peak();
    }

    /** Both figures above that level. */
    public HeapFigures heapFigures() {
        return meter().figures();
    }

    /** Lets the heap figures begin at what is in use now. */
    public void mark() {
        meter().mark();
    }

    // ---- what stays

    /** The board's files. */
    public FileStore files() {
        return board.chip().files();
    }

    /** Whether the board is on and not asleep. */
    public boolean isOn() {
        return board.cycle() != null;
    }

    // ---- running

    private PowerCycle cycle() {
        PowerCycle cycle = board.cycle();
        if (cycle == null) {
            throw new IllegalStateException("the board is off or asleep; boot it first");
        }
        return cycle;
    }

    private HeapMeter meter() {
        PowerCycle cycle = cycle();
        if (meter == null || !meter.isOf(cycle)) {
            throw new IllegalStateException("the board has not come to its first prompt");
        }
        return meter;
    }

    private void awaitRestart(PowerCycle before) {
        if (board.cycle() != before) {
            awaitPrompt();
        }
    }

    private void awaitPrompt() {
        runUntil(() -> board.isIdle() || (isOn() && board.cycle().promptsShown() > 0), LONGEST_LINE);
    }

    /** Every run of the board passes here, so that no first prompt goes by without its heap being measured. */
    private void runUntil(BooleanSupplier condition, Duration limit) {
        board.runUntil(
                () -> {
                    measureFirstPrompt();
                    return condition.getAsBoolean();
                },
                limit);
    }

    private void measureFirstPrompt() {
        PowerCycle cycle = board.cycle();
        if (cycle != null && cycle.promptsShown() > 0 && (meter == null || !meter.isOf(cycle))) {
            meter = new HeapMeter(cycle);
        }
    }
}
