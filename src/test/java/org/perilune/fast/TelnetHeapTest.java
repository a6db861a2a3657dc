package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perilune.FreePort;
import org.perilune.board.DeviceBlock;
import org.perilune.board.PowerCycle;
import org.perilune.testkit.TestBoard;

/** The board's telnet server when there is little heap, or no place for a task: the board goes on, and so does the server. */
class TelnetHeapTest {
    /** Longer than the firmware waits with the restart after an error. */
    private static final Duration RESTART = Duration.ofSeconds(3);

    private static final String REFUSAL = "Not enough memory.\r\n";
    /**
     * Bytes that the firmware itself takes, unprotected, for a client: with less, down to where it cannot even take the
     * connection, it panics before it asks any program.
     */
    private static final int FIRMWARE = 300;

    private TestBoard board;
    private PowerCycle cycle;
    private int port;

    @BeforeEach
    void open() throws IOException {
        board = TestBoard.builder().boot();
        cycle = board.board().cycle();
        port = FreePort.find();
        board.run("fast.telnet():open('ssid', 'password', " + port + ")");
        board.expect("Telnet server at 127.0.0.1:" + port);
        beServed();
    }

    @AfterEach
    void closeBoard() {
        board.close();
    }

    private BoardClient greeted() throws IOException {
        BoardClient client = new BoardClient(board, port);
        client.expect("bytes free\r\n");
        return client;
    }

    private void beServed() throws IOException {
        try (BoardClient client = greeted()) {
            client.send("print('se' .. 'rved')\r\n");
            client.expect("served\r\n> ");
        }
        awaitNobody();
    }

    /** Waits until the last session is over, and what it left to be done is done. */
    private void awaitNobody() {
        BoardClient.runUntil(board, () -> board.run("print(TELNET.drop)").equals("false\n"));
        board.advance(Duration.ofMillis(10));
    }

    /** Takes all of the heap but so many bytes. */
    private DeviceBlock leave(int bytes) {
        return new DeviceBlock(cycle.heap(), (int) board.heap() - bytes);
    }

    private void assertGoesOn(String when) {
        board.advance(RESTART);
        assertSame(cycle, board.board().cycle(), when + ": " + board.output());
    }

    // ---- little heap

    @Test
    void whateverIsLeftNoClientRestartsTheBoardAndNoneLeavesAnything() throws IOException {
        long before = board.heap();
        int served = 0;
        int told = 0;
        for (int left = FIRMWARE; left < 16_000; left += left < 1000 ? 60 : 500) {
            DeviceBlock taken = leave(left);
            try (BoardClient client = new BoardClient(board, port)) {
                client.runUntilEndOr("bytes free\r\n");
                if (client.pending().contains("free")) {
                    client.send("print('se' .. 'rved')\r\n");
                    client.expect("served\r\n> ");
                    served++;
                } else if (client.pending().equals(REFUSAL)) {
                    told++;
                }
            }
            assertGoesOn(left + " bytes left");
            taken.free();
            awaitNobody();
            assertEquals(before, board.heap(), left + " bytes left");
        }
        assertTrue(served > 0 && told > 10, served + " served, " + told + " told");
        beServed();
    }

    /** What a client sends, each of which needs other pieces and another amount of heap. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "print(1)\r\n",
                "\u00ff\u00fd\u0003\u00ff\u00f6=1\r\n",
                "abc\bd\n",
                "for i=1,300 do print(i) end\n",
                "error('oh')\n",
                "for i=1,8 do node.task.post(function() print(i) end) end\n",
            })
    void anOpenSessionWithLittleHeapEndsRatherThanTheBoard(String sent) throws IOException {
        try (BoardClient client = greeted()) {
            client.send(sent);
            client.expect("> ");
        }
        awaitNobody();
        long before = board.heap();
        for (int left = 1000; left < 8000; left += 500) {
            DeviceBlock taken;
            try (BoardClient client = greeted()) {
                board.advance(Duration.ofMillis(10));
                taken = leave(left);
                client.send(sent);
                client.runUntilEndOr("> ");
            }
            assertGoesOn(left + " bytes left");
            taken.free();
            awaitNobody();
            // Once in a board's life the registry grows, for more callbacks at a time than before.
            long lost = before - board.heap();
            assertTrue(Math.abs(lost) <= 96, lost + " bytes lost with " + left + " left");
        }
        beServed();
    }

    @Test
    void aClientThatFillsTheHeapLosesItsSessionAndNobodyElse() throws IOException {
        try (BoardClient client = greeted()) {
            client.send("t={} while node.heap()>1500 do t[#t+1]=('x'):rep(200)..#t collectgarbage() end\n");
            client.expectEnd();
            assertGoesOn("the heap was full " + client.pending());
        }
        board.run("t=nil");
        beServed();
    }

    @Test
    void aLongLineWithoutEndTakesLittleHeapThoughALineRuns() throws IOException {
        try (BoardClient client = greeted()) {
            board.mark();
            client.send("for i=1,3000 do print(i) end\n" + "y".repeat(60_000));
            client.expect("3000\r\n> ");
            client.send("\nprint('on')\n");
            client.expect("Line too long\r\n> on\r\n> ");
            assertTrue(board.peakBytes() < 14_000, () -> board.peakBytes() + " bytes at most");
        }
    }

    // ---- no place for a task

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aClientThatFillsATaskQueueIsAnswered(int priority) throws IOException {
        try (BoardClient client = greeted()) {
            String tasks = "for i=1,7 do node.task.post(" + priority + ",function() n=n+1 print('task') end) end\n";
            client.send("n=0\n" + tasks.repeat(5) + "print('n is '..n)\n");
            client.expect("n is 35\r\n> ");
        }
        assertGoesOn("tasks of priority " + priority);
    }

    /** Posts as many tasks of all priorities as fit, each of which prints and posts itself again. */
    private static final String CROWD = "left=200 local function f(p) print(p) left=left-1 "
            + "if left>0 then pcall(node.task.post,p,f) end end "
            + "for p=0,2 do for i=1,8 do pcall(node.task.post,p,f) end end";

    @Test
    void tasksThatLeaveNoPlaceDoNotKeepOutputFromTheClient() throws IOException {
        try (BoardClient client = greeted()) {
            client.send(CROWD + "\n");
            BoardClient.runUntil(
                    board,
                    () -> board.board().cycle() != cycle || client.pending().contains("> "));
            client.send("print('st'..'ill')\n");
            client.expect("still\r\n> ");
        }
        assertGoesOn("all queues full");
        beServed();
    }

    @Test
    void aClientMayComeWhileAllQueuesAreFull() throws IOException {
        board.run(CROWD.replace("200", "2000"));
        try (BoardClient client = greeted()) {
            client.send("print('st'..'ill')\n".repeat(10));
            client.expect("still\r\n> ");
        }
        assertGoesOn("all queues full");
        awaitNobody();
        beServed();
    }

    // ---- what a client leaves behind

    @ParameterizedTest
    @ValueSource(
            strings = {"for i=1,2 do\n", "x = [==[\n", "--[[\nprint('never')\n", "print('never'\n", "x='never\\\n"})
    void anUnfinishedStatementGoesWithItsClient(String statement) throws IOException {
        try (BoardClient client = greeted()) {
            client.send(statement);
            client.expect(">> ");
        }
        awaitNobody();
        assertFalse(board.output().contains("never"));
        try (BoardClient client = greeted()) {
            client.send("print('fresh')\n");
            assertEquals("fresh\r\n> ", client.expect("> "));
        }
        awaitNobody();
        board.type("=6*7");
        board.expect("42\n> ");
    }

    @Test
    void anUnfinishedStatementAtTheSerialPromptStaysWhenAClientOnlyLooksIn() throws IOException {
        board.type("for i=1,2 do");
        try (BoardClient client = greeted()) {
            assertEquals("", client.pending());
        }
        awaitNobody();
        board.type("print('i is '..i) end");
        board.expect("i is 1\ni is 2\n> ");
    }

    @Test
    void aRefusedClientLeavesNothing() throws IOException {
        try (BoardClient client = greeted()) {
            client.send("=1\n");
            client.expect("> ");
            refuse(4);
            board.mark();
            for (int i = 0; i < 20; i++) {
                refuse(4);
            }
            assertEquals(0, board.liveBytes());
        }
    }

    private void refuse(int together) throws IOException {
        List<BoardClient> clients = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            clients.add(new BoardClient(board, port));
        }
        for (BoardClient client : clients) {
            client.expect("Another session is open.\r\n");
            client.expectEnd();
            client.close();
        }
    }
}
