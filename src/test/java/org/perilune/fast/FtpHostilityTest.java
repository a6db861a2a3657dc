package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perilune.board.Chip;

/** Clients that send nonsense: the board lives on, its prompt answers, and no heap is lost. */
class FtpHostilityTest {
    private static final int SESSIONS = 300;
    private static final int CROWD = 4000;
    private static final int ATTACKERS = 4;

    private static final String[] VERBS = {
        "USER", "PASS", "FEAT", "OPTS", "SYST", "NOOP", "TYPE", "MODE", "STRU", "ALLO", "REST", "ABOR", "PWD", "CWD",
        "CDUP", "MKD", "RMD", "SIZE", "DELE", "RNFR", "RNTO", "PASV", "EPSV", "LIST", "NLST", "RETR", "STOR", "APPE",
        "PORT", "SITE", "STAT", "AUTH", "xpwd", "", "%s", "info", "leave"
    };
    private static final String[] ARGUMENTS = {
        "",
        "a",
        "a/b",
        "..",
        "/",
        "//",
        "*",
        "[",
        "%",
        "^",
        "-la",
        "-",
        "?x",
        "ftp~1",
        "7",
        "-7",
        "1e99",
        "\0",
        "a\0b",
        "moon",
        "tide pool",
        "\u00ff\u00f4",
        "name beyond all measure and reason",
        " ",
        "\t",
        "I",
        "UTF8 ON"
    };

    private final Random random = new Random(1);
    private final AtomicInteger inside = new AtomicInteger();

    @Test
    void randomCommandsAndBytesHarmNothing() throws IOException {
        try (FtpBoard board = FtpBoard.serving(Chip.inMemory(), new HastyClock(30))) {
            converse(board, 20);
            long before = board.free();
            converse(board, SESSIONS);
            Siege.assertHeapIsBack(before, board.free());
            assertEquals("2", board.type("=1+1"));
            try (FtpClient client = board.login()) {
                client.put("sane", new byte[] {1, 2, 3});
                assertArrayEquals(new byte[] {1, 2, 3}, client.get("sane"));
            }
            assertTrue(board.least() > 0);
        }
    }

    /** One more than the server has room for. */
    @Test
    @Timeout(300)
    void aCrowdHarmsNothing() throws Exception {
        try (Siege siege = new Siege();
                FtpBoard board = FtpBoard.serving(Chip.inMemory(), new HastyClock(30))) {
            Siege.Act act = any -> session(board, any);
            Runnable prompt = () -> assertEquals("42", board.type("=6*7"));
            siege.lay("sessions to warm up at the Lua FTP server", 50, ATTACKERS, act, prompt);
            awaitNobody(board);
            long before = board.free();
            Siege.Holdings holdings = Siege.Holdings.now();
            siege.lay("sessions at the Lua FTP server", CROWD, ATTACKERS, act, prompt);
            awaitNobody(board);
            long after = board.free();
            System.out.println("hostility: " + inside + " of them logged in");
            assertTrue(inside.get() > CROWD / 20, inside + " logged in");
            Siege.assertHeapIsBack(before, after);
            holdings.awaitReturn();
            try (FtpClient client = board.login()) {
                client.put("sane", new byte[] {1, 2, 3});
                assertArrayEquals(new byte[] {1, 2, 3}, client.get("sane"));
            }
            assertEquals(1, board.log().split("NodeMCU", -1).length - 1, board::log);
        }
    }

    private void session(FtpBoard board, Random any) throws IOException {
        try (FtpClient client = FtpClient.connected(board.port())) {
            if (any.nextBoolean()) {
                client.resetsAtEnd();
            }
            String greeting = client.reply();
            if (greeting == null || greeting.startsWith("421")) {
                // A moment, or most sessions would be refused ones.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                return;
            }
            if (any.nextInt(4) > 0
                    && client.ask("USER " + FtpBoard.USER) != null
                    && "230 Welcome".equals(client.ask("PASS " + FtpBoard.PASSWORD))) {
                inside.incrementAndGet();
            }
            client.send(any.nextInt(4) == 0 ? noise(any) : commands(any));
            if (any.nextInt(4) == 0) {
                client.send("\r\nQUIT\r\n");
                client.drain();
            }
        } catch (SocketException e) {
            // The server had enough, which is its right.
        }
    }

    private static void awaitNobody(FtpBoard board) {
        board.awaitTrue("not (rawget(FTP,1) or rawget(FTP,2) or rawget(FTP,3))");
    }

    private void converse(FtpBoard board, int sessions) throws IOException {
        for (int i = 0; i < sessions; i++) {
            try (FtpClient client = random.nextBoolean() ? board.login() : greeted(board)) {
                client.send(random.nextInt(4) == 0 ? noise(random) : commands(random));
                if (random.nextBoolean()) {
                    client.send("\r\nQUIT\r\n");
                    client.drain();
                }
            } catch (SocketException e) {
                // The server had enough, which is its right.
            }
            awaitNobody(board);
        }
    }

    private static FtpClient greeted(FtpBoard board) throws IOException {
        FtpClient client = FtpClient.connected(board.port());
        client.expect("220 .*");
        return client;
    }

    private static String commands(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(VERBS[random.nextInt(VERBS.length)]);
            if (random.nextInt(4) > 0) {
                text.append(' ').append(ARGUMENTS[random.nextInt(ARGUMENTS.length)]);
            }
            text.append(random.nextInt(8) == 0 ? "\n" : "\r\n");
        }
        return text.toString();
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3000); i >= 0; i--) {
            text.append((char) random.nextInt(256));
        }
        return text.toString();
    }
}
