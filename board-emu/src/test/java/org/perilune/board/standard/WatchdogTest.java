package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.RealClock;

class WatchdogTest {
    private static final String RESET = "wdt reset";

    @Test
    void aLoopWithoutEndIsResetAfterThreeSeconds() {
        try (Session session = Session.atPrompt()) {
            long before = session.board().clock().micros();
            session.board().type("while true do end");
            session.board().runUntil(() -> session.board().cycle() == null, Duration.ofMinutes(1));
            assertTrue(session.take().contains(RESET));
            long micros = session.board().clock().micros() - before;
            assertTrue(micros > 3_000_000 && micros < 3_100_000, micros + " microseconds");
            session.board().runUntilIdle();
            session.take();
            assertEquals("4\t3\n", session.type("print(node.bootreason())"));
        }
    }

    @Test
    @Timeout(60)
    void onARealClockTheSecondsAreReal() {
        try (Session session =
                Session.off(config -> BoardConfig.standard(new RealClock()).withEcho(false))) {
            Board board = session.board();
            board.powerOn();
            board.runUntil(() -> board.cycle().promptsShown() > 0, Duration.ofMinutes(1));
            long before = board.clock().micros();
            board.type("while true do end");
            board.runUntil(() -> board.cycle() == null, Duration.ofMinutes(1));
            assertTrue(session.take().contains(RESET));
            assertTrue(board.clock().micros() - before >= 3_000_000);
        }
    }

    @Test
    void aProgramMayFeedIt() {
        try (Session session = Session.atPrompt()) {
            String text = session.type("for i = 1, 4e6 do if i % 1000 == 0 then tmr.wdclr() end end print('done')");
            assertEquals("done\n", text);
        }
    }

    @Test
    void manyShortTasksAreFine() {
        try (Session session = Session.atPrompt()) {
            String text = session.type("n = 0 function f() n = n + 1 for i = 1, 1e5 do end"
                    + " if n < 100 then node.task.post(f) else print('done') end end f()");
            assertTrue(text.endsWith("done\n"), text);
            assertFalse(text.contains(RESET));
        }
    }

    @Test
    @Timeout(20)
    void stoppingABoardEndsEvenALoopThatFeedsIt() throws InterruptedException {
        try (Session session = Session.atPrompt()) {
            session.board().type("while true do tmr.wdclr() end");
            Thread runner = new Thread(session.board()::serve);
            runner.start();
            Thread.sleep(100);
            session.board().stop();
            runner.join();
            assertTrue(session.take().contains(RESET));
        }
    }
}
