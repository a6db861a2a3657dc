package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.BoardException;
import org.perilune.board.Chip;
import org.perilune.board.Modules;
import org.perilune.board.RealClock;
import org.perilune.board.VirtualClock;
import org.perilune.board.storage.MemoryFileStore;
import org.perilune.fastload.FastBundle;

class BoardTest {
    private static final String MISSING = "cannot open init.lua";

    private final StandardBoards boards = new StandardBoards();

    @AfterEach
    void close() {
        boards.close();
    }

    @Test
    void theStartUpProgramCanBeSkippedOnce() {
        try (Session session = Session.off().with("init.lua", "print'from init'")) {
            session.board().skipProgramOnce();
            assertFalse(session.boot().contains("from init"));
            session.board().powerOff();
            assertTrue(session.boot().contains("from init"));
        }
    }

    @Test
    void bootsWithABannerAndAPrompt() {
        String text = Session.off().boot();
        assertTrue(text.startsWith("\nNodeMCU 3.0.0.0 emulated by Perilune"), text);
        assertTrue(text.contains("\n\tbranch: "), text);
        assertTrue(text.contains("\n\tmodules: adc,bit,crypto,fast,file,gpio,net,"), text);
        assertTrue(text.contains("powered by Lua 5.1.4 on SDK "), text);
        assertTrue(text.contains("\n" + MISSING), text);
        assertTrue(text.endsWith("\n> "), text);
    }

    @Test
    void runsInitLua() {
        Session session = Session.off().with("init.lua", "print('started', ...)");
        String text = session.boot();
        assertTrue(text.endsWith("\nstarted\n> "), text);
        assertFalse(text.contains(MISSING));
    }

    @Test
    void anErrorInInitLuaIsPrintedWithItsTraceback() {
        Session session = Session.off().with("init.lua", "local t\nprint(t.x)");
        String text = session.boot();
        assertTrue(text.contains("\ninit.lua:2: attempt to index a nil value\nstack traceback:\n"), text);
        assertEquals("1\n", session.type("=1"));
    }

    @Test
    void printsExpressions() {
        Session session = Session.atPrompt();
        assertEquals("2\n", session.type("=1+1"));
        assertEquals("1\tnil\tx\n", session.type("=1,nil,'x'"));
        assertEquals("", session.type("="));
    }

    @Test
    void goesOnWithIncompleteStatements() {
        Session session = Session.atPrompt();
        assertEquals(">", session.type("for i=1,2 do"));
        assertEquals(">", session.type("print(i)"));
        assertEquals("1\n2\n", session.type("end"));
        assertEquals("5\n", session.type("=5"));
    }

    @Test
    void reportsErrorsAtThePrompt() {
        Session session = Session.atPrompt();
        assertEquals("Lua error: \tstdin:1: unexpected symbol near '='\n", session.type("x = = 1"));
        String text = session.type("function f() error('no') end f()");
        assertEquals("""
                Lua error: \tstdin:1: no
                stack traceback:
                \t[C]: in function 'error'
                \tstdin:1: in function 'f'
                \tstdin:1: in main chunk
                \t[C]: ?
                \t[C]: ?
                """, text);
    }

    @Test
    void takesPromptsFromTheProgram() {
        Session session = Session.atPrompt();
        assertEquals("lua", session.type("_PROMPT='lua> '"));
        assertEquals("1\nlua", session.type("=1"));
    }

    @Test
    void echoesAndEditsWhatIsTyped() {
        Session session = Session.off(config -> config.withEcho(true));
        session.boot();
        session.board().send("=2\b1\r\n\r".getBytes(StandardCharsets.ISO_8859_1));
        session.board().runUntilIdle();
        assertEquals("=2\b \b1\n1\n> \n> ", session.take());
    }

    @Test
    void linesTypedAheadRunOneByOne() {
        Session session = Session.atPrompt();
        session.board().type("x=1");
        session.board().type("x=x+1");
        assertEquals("> > 2\n", session.type("=x"));
    }

    @Test
    void sendsLineEndsAsTerminalsWantThem() {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        Board board = boards.create(
                BoardConfig.standard(new VirtualClock()).withEcho(false),
                new Chip(new MemoryFileStore()),
                wire::writeBytes);
        board.powerOn();
        board.runUntilIdle();
        wire.reset();
        board.type("print('a\\r\\nb')");
        board.runUntilIdle();
        assertEquals("a\r\nb\r\n> ", wire.toString(StandardCharsets.ISO_8859_1));
    }

    @Test
    void saysTheHeapThatWasAskedFor() {
        for (int heap : new int[] {512, 20_000, BoardConfig.DEFAULT_HEAP, 100_000}) {
            Session session = Session.off(config -> config.withHeap(heap));
            session.boot();
            assertEquals(heap + "\n", session.type("=node.heap()"));
            session.type("for i=1,20 do local t={i,i} end");
            assertEquals(heap + "\n", session.type("=node.heap()"));
        }
    }

    @Test
    void theHeapComesBackAfterGarbage() {
        Session session = Session.atPrompt();
        session.type("t={} for i=1,200 do t[i]={i} end");
        int free = Integer.parseInt(session.type("=node.heap()").strip());
        assertTrue(free < BoardConfig.DEFAULT_HEAP - 200 * 64, "free: " + free);
        session.type("t=nil i=nil");
        session.type("x=1 x=nil");
        int again = Integer.parseInt(session.type("=node.heap()").strip());
        assertTrue(again > BoardConfig.DEFAULT_HEAP - 300, "free: " + again);
    }

    @Test
    void refusesAHeapInWhichNothingRuns() {
        for (int heap : new int[] {0, 100, 511}) {
            Session session = Session.off(config -> config.withHeap(heap));
            BoardException e = assertThrows(BoardException.class, session::boot);
            assertEquals("a heap of " + heap + " bytes is too small for the board to boot", e.getMessage());
        }
    }

    @Test
    void saysWhatABoardLacksToBoot() {
        Board board = new Board(
                BoardConfig.standard(new VirtualClock()),
                new Chip(new MemoryFileStore()),
                Modules.of(List.of(), FastBundle.bundled()),
                bytes -> {});
        String message = assertThrows(BoardException.class, board::powerOn).getMessage();
        assertTrue(message.startsWith("the board cannot boot: attempt to index"), message);
    }

    @Test
    void aProgramThatIsTooLargeGetsAMemoryError() {
        Session session = Session.atPrompt();
        String text = session.type("t={} for i=1,1e6 do t[i]={} end");
        assertEquals("Lua error: \tnot enough memory\n", text);
        session.type("t=nil");
        assertEquals("1\n", session.type("=1"));
    }

    @Test
    void anErrorInACallbackIsReportedAndTheBoardRestarts() {
        Session session = Session.atPrompt();
        session.board().type("tmr.create():alarm(1000,0,function() error('late') end)");
        assertEquals("> ", session.wait(Duration.ofMillis(900)));
        String report = session.wait(Duration.ofSeconds(2));
        assertEquals("""
                stdin:1: late
                stack traceback:
                \t[C]: in function 'error'
                \tstdin:1: in function <stdin:1>
                """, report);
        assertTrue(session.wait(Duration.ofSeconds(1)).contains(MISSING));
        assertEquals("2\t4\n", session.type("=node.bootreason()"));
    }

    @Test
    void aRestartKeepsFilesAndNothingElse() {
        Session session = Session.atPrompt();
        session.type("x=1 file.putcontents('a','kept')");
        session.type("node.restart() y=2");
        assertEquals("nil\tnil\tkept\n", session.type("=x,y,file.getcontents('a')"));
    }

    @Test
    void noProtectedCallStopsARestart() {
        Session session = Session.atPrompt();
        String text = session.type("pcall(node.restart) print('to the end')");
        assertTrue(text.startsWith("to the end\n> \nNodeMCU"), text);
    }

    @Test
    void aPowerCycleStartsAgain() {
        Session session = Session.atPrompt();
        session.type("x=1");
        session.board().powerCycle();
        session.board().runUntilIdle();
        assertTrue(session.take().contains(MISSING));
        assertEquals("nil\t1\t0\n", session.type("=x,node.bootreason()"));
    }

    @Test
    void sleepsAndWakes() {
        Session session = Session.atPrompt();
        session.board().type("node.dsleep(60e6)");
        assertEquals("> ", session.wait(Duration.ofSeconds(59)));
        assertTrue(session.wait(Duration.ofSeconds(2)).contains(MISSING));
        assertEquals("2\t5\n", session.type("=node.bootreason()"));
    }

    @Test
    void sleepsForEver() {
        Session session = Session.atPrompt();
        session.type("node.dsleep(0)");
        assertTrue(session.board().isIdle());
        assertEquals("", session.wait(Duration.ofDays(1)));
        assertTrue(session.boot().contains(MISSING));
    }

    @Test
    void aDayOfTimersTakesNoTime() {
        Session session = Session.atPrompt();
        session.type("n=0 t=tmr.create() t:alarm(1000,1,function() n=n+1 if n==86400 then t:stop() end end)");
        assertEquals("86400\n", session.type("=n"));
    }

    @Test
    void tasksThatKeepEachOtherGoingDoNotStopTime() {
        Session session = Session.atPrompt();
        session.board().type("n=0 function f() n=n+1 node.task.post(0,f) end f()");
        session.wait(Duration.ofMillis(100));
        assertFalse(session.board().isIdle());
    }

    @Test
    void boardsDoNotSeeEachOther() {
        Session first = Session.atPrompt();
        Session second = Session.atPrompt();
        first.type("x=1 string.x=1");
        assertEquals("nil\n", second.type("=x"));
    }

    @Test
    void servesInRealTimeUntilStopped() throws InterruptedException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        Board board = boards.create(
                BoardConfig.standard(new RealClock()).withEcho(false), new Chip(new MemoryFileStore()), bytes -> {
                    synchronized (received) {
                        received.writeBytes(bytes);
                        received.notifyAll();
                    }
                });
        Thread server = new Thread(() -> {
            board.powerOn();
            board.serve();
        });
        server.start();
        board.type("tmr.create():alarm(5,0,function() print('rang') end)");
        synchronized (received) {
            while (!received.toString(StandardCharsets.ISO_8859_1).contains("rang")) {
                received.wait(10_000);
            }
        }
        board.stop();
        server.join(10_000);
        assertFalse(server.isAlive());
    }

    @Test
    void tasksThatWaitGoBeforeTheNextEvent() {
        Board board = Session.atPrompt().board();
        StringBuilder log = new StringBuilder();
        for (String name : List.of("a", "b")) {
            board.post(() -> {
                log.append(name);
                for (int priority = 0; priority <= 2; priority++) {
                    String task = name.toUpperCase(Locale.ROOT) + priority;
                    board.cycle().postTask(priority, () -> log.append(task));
                }
            });
        }
        board.runUntilIdle();
        assertEquals("aA2A1A0bB2B1B0", log.toString());
    }

    @Test
    void tasksThatFollowThemselvesDoNotKeepEventsOut() {
        Session session = Session.atPrompt();
        Board board = session.board();
        board.type("n=0 function again() n=n+1 if not over then node.task.post(2,again) end end again()");
        board.runFor(Duration.ofMillis(1));
        StringBuilder log = new StringBuilder();
        board.post(() -> log.append('a'));
        board.post(() -> log.append('b'));
        assertTrue(board.runUntil(() -> log.length() == 2, Duration.ofSeconds(1)));
    }

    /** As packets do that come as fast as the board can take them. */
    @Test
    void eventsThatFollowThemselvesKeepNeitherTimersNorThePromptWaiting() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Board board = boards.create(
                BoardConfig.standard(new RealClock()).withEcho(false),
                new Chip(new MemoryFileStore()),
                printed::writeBytes);
        board.powerOn();
        board.runUntilIdle();
        flood(board);
        board.type("tmr.create():alarm(1,tmr.ALARM_SINGLE,function() print('rang') end)");
        assertTrue(board.runUntil(
                () -> printed.toString(StandardCharsets.ISO_8859_1).contains("rang"), Duration.ofSeconds(10)));
    }

    private static void flood(Board board) {
        board.post(() -> flood(board));
    }

    @Test
    void twoThreadsCannotRunOneBoard() throws InterruptedException {
        Session session = Session.atPrompt();
        Throwable[] thrown = new Throwable[1];
        session.board().post(() -> {
            Thread other = new Thread(() -> session.board().runUntilIdle());
            other.setUncaughtExceptionHandler((thread, e) -> thrown[0] = e);
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        session.board().runUntilIdle();
        assertTrue(thrown[0] instanceof IllegalStateException);
    }
}
