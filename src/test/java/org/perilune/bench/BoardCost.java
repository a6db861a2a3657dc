package org.perilune.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.VirtualClock;
import org.perilune.board.standard.StandardBoards;
import org.perilune.board.storage.MemoryFileStore;

/**
 * Measures what an idle board takes of the host's memory, and how long a warm host takes to boot one, when there is one
 * board and when there are thousands. A board boots to its prompt, its chip made anew.
 */
public final class BoardCost {
    private static final int WARM_UP = 3000;
    private static final int[] BOARDS = {1, 100, 1000, 10_000};
    /** So that what one board costs is not lost among what the host does meanwhile, few boards are measured often. */
    private static final int LEAST_MEASURED = 2000;

    private static final Duration LONGEST_BOOT = Duration.ofSeconds(20);

    private BoardCost() {}

    /** Prints a table. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.printf("%-34s %7s %15s %14s%n", "chip", "boards", "bytes a board", "boot, us");
        try (StandardBoards boards = new StandardBoards()) {
            measure(boards, "files in memory", () -> new Chip(new MemoryFileStore()));
            measure(boards, "4 MiB of flash, SPIFFS of 1 MiB", Chip::inMemory);
        }
    }

    private static void measure(StandardBoards boards, String name, Supplier<Chip> chips) throws InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            boot(boards, chips.get()).close();
        }
        // What the host itself gives back only now is not the boards'.
        used();
        for (int count : BOARDS) {
            int rounds = Math.max(1, LEAST_MEASURED / count);
            long nanos = 0;
            for (int round = 1; round < rounds; round++) {
                long start = System.nanoTime();
                List<Board> all = boot(boards, chips, count);
                nanos += System.nanoTime() - start;
                all.forEach(Board::close);
            }
            long before = used();
            long start = System.nanoTime();
            List<Board> kept = boot(boards, chips, count);
            nanos += System.nanoTime() - start;
            long bytes = used() - before;
            System.out.printf(
                    "%-34s %7d %15d %14.0f%n", name, kept.size(), bytes / count, nanos / 1e3 / rounds / count);
            kept.forEach(Board::close);
        }
    }

    private static List<Board> boot(StandardBoards boards, Supplier<Chip> chips, int count) {
        List<Board> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(boot(boards, chips.get()));
        }
        return all;
    }

    private static Board boot(StandardBoards boards, Chip chip) {
        Board board = boards.create(BoardConfig.standard(new VirtualClock()).withEcho(false), chip, bytes -> {});
        board.powerOn();
        board.runUntilIdle(LONGEST_BOOT);
        if (board.cycle().promptsShown() == 0) {
            throw new IllegalStateException("a board came to no prompt");
        }
        return board;
    }

    /** Bytes of objects that are alive. */
    private static long used() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime host = Runtime.getRuntime();
        return host.totalMemory() - host.freeMemory();
    }
}
