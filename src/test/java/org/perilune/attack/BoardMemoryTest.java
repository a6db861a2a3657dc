package org.perilune.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.VirtualClock;
import org.perilune.board.standard.StandardBoards;

/** What idle boards take of the host's memory. */
class BoardMemoryTest {
    private static final int BOARDS = 500;
    private static final long MOST_BYTES = 128 << 10;

    @Test
    void anIdleBoardWithAFormattedChipTakesLessThan128KibOfTheHost() {
        try (StandardBoards boards = new StandardBoards()) {
            List<Board> all = new ArrayList<>(boot(boards, 1));
            long before = used();
            all.addAll(boot(boards, BOARDS));
            long each = (used() - before) / BOARDS;
            assertTrue(each < MOST_BYTES, each + " bytes");
            all.forEach(Board::close);
        }
    }

    private static List<Board> boot(StandardBoards boards, int count) {
        List<Board> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BoardConfig config = BoardConfig.standard(new VirtualClock());
            Board board = boards.create(config, Chip.inMemory(), bytes -> {});
            board.powerOn();
            board.runUntilIdle(Duration.ofSeconds(20));
            all.add(board);
        }
        return all;
    }

    /** Bytes of objects that are alive. */
    private static long used() {
        System.gc();
        Runtime host = Runtime.getRuntime();
        return host.totalMemory() - host.freeMemory();
    }
}
