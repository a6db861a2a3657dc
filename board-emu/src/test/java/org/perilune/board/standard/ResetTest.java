package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perilune.board.Board;

class ResetTest {
    @Test
    void aBoardBootsAgainAndSaysWhy() {
        try (Session session = Session.atPrompt()) {
            session.type("x = 1");
            List<String> done = new ArrayList<>();
            session.board().reset(() -> done.add(session.board().cycle() == null ? "off" : "on"));
            session.board().runUntilIdle();
            session.take();
            assertEquals(List.of("off"), done);
            assertEquals("nil\t2\t6\n", session.type("print(x,node.bootreason())"));
        }
    }

    @Test
    @Timeout(60)
    void aLoopThatFeedsTheWatchdogIsEnded() throws InterruptedException {
        try (Session session = Session.atPrompt()) {
            Board board = session.board();
            board.type("print('looping') while true do tmr.wdclr() end");
            Thread runner = new Thread(board::serve);
            runner.start();
            await(session, "looping");
            board.reset(() -> {});
            String text = await(session, "powered by(?s:.*)> ");
            board.type("print('alive')");
            text += await(session, "alive\n");
            assertFalse(text.contains("wdt reset"), text);
            board.stop();
            runner.join();
        }
    }

    private static String await(Session session, String regex) throws InterruptedException {
        StringBuilder text = new StringBuilder(session.take());
        while (!Pattern.compile(regex).matcher(text).find()) {
            Thread.sleep(5);
            text.append(session.take());
        }
        return text.toString();
    }

    @Test
    void aBoardThatSleepsForEverWakesUp() {
        try (Session session = Session.atPrompt()) {
            session.type("node.dsleep(0)");
            assertTrue(session.board().isIdle());
            session.board().reset(() -> {});
            session.board().runUntilIdle();
            assertTrue(session.take().endsWith("> "));
        }
    }

    @Test
    void oneResetForSeveralWishes() {
        try (Session session = Session.atPrompt()) {
            session.board().reset(() -> {});
            session.board().reset(() -> {});
            session.board().runUntilIdle();
            assertEquals(1, session.take().split("powered by", -1).length - 1);
        }
    }
}
