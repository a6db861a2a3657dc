package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.RealClock;
import org.perilune.board.UartSink;
import org.perilune.board.storage.MemoryFileStore;

/** A board with a program that would go on for good, and somebody who wants it back. */
@Timeout(60)
class InterruptTest {
    /** Endless, and no watchdog ends it. */
    private static final String LOOP = "while true do tmr.wdclr() end";

    private static final int PATIENCE_MILLIS = 20_000;

    private final Chip chip = new Chip(new MemoryFileStore());
    private final Screen screen = new Screen();
    private final StandardBoards boards = new StandardBoards();
    private final Board board = boards.create(
            BoardConfig.standard(new RealClock()).withEcho(false), chip, UartSink.withoutCarriageReturns(screen));
    private Thread runner;

    private void start() {
        runner = new Thread(() -> {
            board.powerOn();
            board.serve();
        });
        runner.start();
        await("> ");
    }

    @AfterEach
    void stop() throws InterruptedException {
        board.stop();
        runner.join();
        board.close();
        boards.close();
    }

    /** What the board printed, to be read by another thread. */
    private static final class Screen implements UartSink {
        private final StringBuilder text = new StringBuilder();

        @Override
        public synchronized void send(byte[] bytes) {
            text.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        /** Takes out all up to a text; null while that is not there. */
        synchronized String take(String upTo) {
            int at = text.indexOf(upTo);
            if (at < 0) {
                return null;
            }
            String taken = text.substring(0, at + upTo.length());
            text.delete(0, taken.length());
            return taken;
        }

        @Override
        public synchronized String toString() {
            return text.toString();
        }
    }

    /** Waits for a text, and returns what the board printed up to it and since the last time. */
    private String await(String text) {
        for (int wait = 0; wait < PATIENCE_MILLIS; wait++) {
            String taken = screen.take(text);
            if (taken != null) {
                return taken;
            }
            sleep();
        }
        throw new AssertionError("no '" + text + "' in: " + screen);
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Types a line that prints when it begins, and stops it then. */
    private String interrupted(String line) {
        board.type("uart.write(0, 'begun ') " + line);
        await("begun ");
        board.interrupt();
        return await("> ");
    }

    private String type(String line) {
        board.type(line);
        return await("> ");
    }

    @Test
    void anEndlessLoopEndsWithAnError() {
        start();
        String text = interrupted(LOOP);
        assertTrue(text.startsWith("Lua error: \tstdin:1: interrupted\nstack traceback:"), text);
        assertEquals("2\n> ", type("=1+1"));
    }

    @Test
    void aLoopWithoutCallsEnds() {
        start();
        assertTrue(interrupted("while true do end").contains("interrupted"));
        assertTrue(interrupted("repeat until false").contains("interrupted"));
        assertTrue(interrupted("for i = 1, 1e12 do end").contains("interrupted"));
        assertTrue(interrupted("local function f() return f() end f()").contains("interrupted"));
        assertTrue(interrupted("for _ in function() return 1 end do end").contains("interrupted"));
    }

    @Test
    void aProgramCannotCatchIt() {
        start();
        board.type("caught = 0");
        await("> ");
        assertTrue(interrupted("while true do pcall(function() " + LOOP + " end) caught = caught + 1 end")
                .contains("interrupted"));
        assertEquals("1\n> ", type("=caught"));
        assertTrue(interrupted("while true do xpcall(function() " + LOOP + " end, function() " + LOOP + " end) end")
                .contains("> "));
        assertEquals("2\n> ", type("=1+1"));
    }

    @Test
    void aCoroutineEnds() {
        start();
        assertTrue(interrupted("while true do coroutine.wrap(function() " + LOOP + " end)() end")
                .contains("interrupted"));
        assertTrue(interrupted("while true do coroutine.resume(coroutine.create(function() " + LOOP + " end)) end")
                .contains("interrupted"));
        assertEquals("2\n> ", type("=1+1"));
    }

    @Test
    void aLongCallOfALibraryEnds() {
        start();
        assertTrue(interrupted("tmr.wdclr() string.find(('a'):rep(4000), ('a-'):rep(30) .. 'b')")
                .contains("interrupted"));
        assertTrue(interrupted("while true do tmr.delay(10000) end").contains("interrupted"));
    }

    @Test
    void anEndlessStartUpProgramEnds() {
        chip.files().write("init.lua", ("uart.write(0, 'begun ') " + LOOP).getBytes(StandardCharsets.ISO_8859_1));
        runner = new Thread(() -> {
            board.powerOn();
            board.serve();
        });
        runner.start();
        await("begun ");
        board.interrupt();
        String text = await("> ");
        assertTrue(text.contains("init.lua:1: interrupted"), text);
        assertEquals("2\n> ", type("=1+1"));
    }

    @Test
    void aCallbackEnds() {
        start();
        type("node.setonerror(function() uart.write(0, 'an error of the program') end)");
        board.type("tmr.create():alarm(1, tmr.ALARM_SINGLE, function() uart.write(0, 'begun ') " + LOOP + " end)");
        await("begun ");
        board.interrupt();
        String text = await("\n> ");
        assertTrue(text.contains("stdin:1: interrupted\nstack traceback:"), text);
        assertEquals("2\n> ", type("=1+1"));
        assertFalse(text.contains("an error of the program"), text);
    }

    @Test
    void tasksThatKeepEachOtherGoingEnd() {
        start();
        board.type("function f() node.task.post(node.task.HIGH_PRIORITY, f) end f()");
        board.type("print('still here')");
        for (int i = 0; i < 50; i++) {
            assertNull(screen.take("still here"));
            sleep();
        }
        board.interrupt();
        await("interrupted\n");
        await("still here\n");
    }

    @Test
    void withNothingToStopItIsForgotten() {
        start();
        board.interrupt();
        assertEquals("2\n> ", type("=1+1"));
        for (int i = 0; i < 1000; i++) {
            board.interrupt();
        }
        assertEquals("5000\n> ", type("local n = 0 for i = 1, 5000 do n = n + 1 end print(n)"));
    }

    @Test
    void theHeapIsAsItWasBefore() {
        start();
        String measure = "collectgarbage() print(node.heap())";
        interrupted(LOOP);
        type(measure);
        String before = type(measure);
        for (int i = 0; i < 5; i++) {
            interrupted("local t = {} for i = 1, 100 do t[i] = {} end pcall(function() " + LOOP + " end)");
        }
        assertEquals(before, type(measure));
    }

    @Test
    void interruptsAtAnyMomentLeaveAPrompt() {
        start();
        type("n = 0");
        for (int i = 0; i < 300; i++) {
            board.type("for i = 1, " + i * 20 + " do n = n + #tostring(i):rep(3) end");
            board.interrupt();
            board.interrupt();
            await("> ");
        }
        board.type("print('end')");
        await("end\n");
    }

    @Test
    void whatWasTypedIsCountedUntilItIsTaken() {
        start();
        board.type("uart.write(0, 'begun ') " + LOOP);
        await("begun ");
        board.type("=1+1");
        assertEquals(5, board.unread());
        board.interrupt();
        await("2\n> ");
        assertEquals(0, board.unread());
    }
}
