package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perilune.board.Chip;
import org.perilune.runtime.exec.LuaState;

/**
 * Clients that mean no good, at the board's telnet server. The prompt prints to a client while there is one, so the board is
 * asked how often a timer of its program has gone off.
 */
class TelnetSiegeTest {
    private static final int SESSIONS = 3000;
    private static final int ATTACKERS = 3;
    private static final int PATIENCE_MILLIS = 60_000;

    private static final String[] LINES = {
        "=1",
        "print(('x'):rep(500))",
        "for i=1,50 do print(i) end",
        "x = = 1",
        "error('oh')",
        "for i=1,2 do",
        "end",
        "n=(n or 0)+1",
        "for i=1,4 do node.task.post(i%3,function() print(i) end) end",
        "",
        "collectgarbage()",
        "y".repeat(1500)
    };

    private static final String[] COMMANDS = {
        "\u00ff\u00fd\u0003",
        "\u00ff\u00fb\u0018",
        "\u00ff\u00fd\u0006",
        "\u00ff\u00fa\u0018xyz\u00ff\u00f0",
        "\u00ff\u00fa\u0018cut",
        "\u00ff\u00f6",
        "\u00ff\u00f4",
        "\u00ff\u00f8",
        "\u00ff\u00ff",
        "\u00ff",
        "\u0003",
        "\b\u007f",
        "\u0015",
        "\u0004"
    };

    private final AtomicInteger inside = new AtomicInteger();

    @Test
    @Timeout(300)
    void aCrowdHarmsNothing() throws Exception {
        try (Siege siege = new Siege();
                FtpBoard board = FtpBoard.idle(Chip.inMemory(), new HastyClock(30))) {
            assertEquals("", board.type("ticks=0 tmr.create():alarm(20,1,function() ticks=ticks+1 end)"));
            board.openTelnet();
            Siege.Act act = random -> session(board, random);
            Runnable ticking = () -> awaitTick(board);
            siege.lay("sessions to warm up at the Lua telnet server", 200, ATTACKERS, act, ticking);
            awaitNobody(board);
            long before = board.free();
            Siege.Holdings holdings = Siege.Holdings.now();
            siege.lay("sessions at the Lua telnet server", SESSIONS, ATTACKERS, act, ticking);
            awaitNobody(board);
            long after = board.free();
            System.out.println("hostility: " + inside + " of them were let in");
            assertTrue(inside.get() > SESSIONS / 20, inside + " were let in");
            Siege.assertHeapIsBack(before, after);
            holdings.awaitReturn();
            try (Socket socket = connected(board)) {
                assertTrue(line(socket).matches("Perilune, \\d+ bytes free"));
                socket.getOutputStream().write("print('sa'..'ne')\r\n".getBytes(StandardCharsets.ISO_8859_1));
                assertEquals("sane", line(socket));
            }
            awaitNobody(board);
            assertEquals("42", board.type("=6*7"));
            assertEquals(1, board.log().split("NodeMCU", -1).length - 1, board::log);
        }
    }

    private static Socket connected(FtpBoard board) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), board.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private void session(FtpBoard board, Random random) throws IOException {
        try (Socket socket = connected(board)) {
            if (random.nextBoolean()) {
                socket.setSoLinger(true, 0);
            }
            if (random.nextInt(16) == 0) {
                return; // gone before the board has seen it
            }
            if (!line(socket).startsWith("Perilune")) {
                // A moment, or most sessions would be refused ones.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                return;
            }
            inside.incrementAndGet();
            OutputStream out = socket.getOutputStream();
            for (int i = random.nextInt(4); i >= 0; i--) {
                out.write(words(random).getBytes(StandardCharsets.ISO_8859_1));
                if (random.nextBoolean()) {
                    readSome(socket);
                }
            }
            if (random.nextInt(4) == 0) {
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        } catch (SocketException e) {
            // The board is not obliged to wait.
        }
    }

    /** Reads a little, if there is any: noise need not have an answer. */
    private static void readSome(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        try {
            line(socket);
        } catch (SocketTimeoutException e) {
            // None.
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(4) == 0) {
            for (int i = random.nextInt(3000); i >= 0; i--) {
                text.append((char) random.nextInt(256));
            }
            return text.append('\n').toString();
        }
        for (int i = random.nextInt(8); i >= 0; i--) {
            if (random.nextInt(3) == 0) {
                text.append(COMMANDS[random.nextInt(COMMANDS.length)]);
            }
            text.append(LINES[random.nextInt(LINES.length)]).append(random.nextBoolean() ? "\r\n" : "\n");
        }
        return text.append("\r\n").toString();
    }

    /** Returns when the program's timer has gone off once more. */
    private static void awaitTick(FtpBoard board) {
        long ticks = ticks(board);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (ticks(board) == ticks) {
            assertTrue(System.nanoTime() < end, () -> "the timer stands still: " + board.log());
        }
    }

    private static long ticks(FtpBoard board) {
        return board.ask(running -> {
            if (running.cycle() == null) {
                throw new IllegalStateException("the board restarts");
            }
            LuaState lua = running.cycle().lua();
            lua.getGlobal("ticks");
            long ticks = (long) lua.numAt(-1);
            lua.pop(1);
            return ticks;
        });
    }

    /** Waits until no session is open and what the last one left to be done is done. */
    private static void awaitNobody(FtpBoard board) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (isSomebodyIn(board)) {
            assertTrue(System.nanoTime() < end, board::log);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertEquals("false", board.type("=TELNET.drop"));
    }

    private static boolean isSomebodyIn(FtpBoard board) {
        return board.ask(running -> {
            LuaState lua = running.cycle().lua();
            lua.getGlobal("TELNET");
            lua.getField(-1, "drop");
            boolean in = lua.isFunction(-1);
            lua.pop(2);
            return in;
        });
    }
}
