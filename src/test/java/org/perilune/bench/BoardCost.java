package org.perilune.bench;

import java.util.ArrayList;
import java.util.List;
import org.perilune.attack.AttackedBoard;
import org.perilune.board.standard.StandardBoards;

/** Measures what an idle board takes of the host's memory, and how long a warm host takes to boot one. */
public final class BoardCost {
    private static final int WARM_UP = 3000;
    private static final int BOARDS = 1000;

    private BoardCost() {}

    /** Prints both figures. */
    public static void main(String[] arguments) throws InterruptedException {
        try (StandardBoards boards = new StandardBoards()) {
            boot(boards, WARM_UP).forEach(AttackedBoard::close);
            long before = used();
            long start = System.nanoTime();
            List<AttackedBoard> kept = boot(boards, BOARDS);
            long micros = (System.nanoTime() - start) / 1000 / BOARDS;
            long bytes = (used() - before) / BOARDS;
            System.out.println("boards " + kept.size() + ", bytes each " + bytes + ", boot microseconds " + micros);
            kept.forEach(AttackedBoard::close);
        }
    }

    private static List<AttackedBoard> boot(StandardBoards boards, int count) {
        List<AttackedBoard> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new AttackedBoard(boards));
        }
        return all;
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime host = Runtime.getRuntime();
        return host.totalMemory() - host.freeMemory();
    }
}
