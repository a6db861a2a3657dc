package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;
import org.perilune.board.RealClock;
import org.perilune.runtime.heap.Account;

/** The heap of a board of the usual size while it serves FTP. */
class FtpHeapTest {
    /** Fewest device bytes that may be free at any time. */
    private static final long LEAST = 8 << 10;

    /** What a server that has come and gone may keep: a stack that is one step larger. */
    private static final long KEPT = 112;

    @Test
    void fiftyTransfersAndCloseGiveTheHeapBack() throws IOException {
        try (FtpBoard board = FtpBoard.idle(Chip.inMemory(), new RealClock())) {
            board.openServer();
            useOnce(board);
            board.type("FTP:close()");
            long before = board.free();
            board.openServer();
            board.watch();
            try (FtpClient client = board.login()) {
                for (int i = 0; i < 25; i++) {
                    byte[] content = FtpClient.noise(1000 * i + i);
                    client.put("www/file" + i % 7, content);
                    assertArrayEquals(content, client.get("www/file" + i % 7));
                }
                client.ask("QUIT", "221 .*");
                assertTrue(client.isEnded());
            }
            assertTrue(board.least() >= LEAST, () -> "only " + board.least() + " bytes were free");
            board.type("FTP:close()");
            assertEquals("nil", board.type("=FTP"));
            long after = board.free();
            assertTrue(before - after <= KEPT, () -> before + " bytes before, " + after + " after");
        }
    }

    /**
     * On a blank board the first opening leaves more: tables and stacks that have grown and that the device does not make
     * small again before most of them is empty. Of what Lua made, one string stays, and the registry's larger vector.
     */
    @Test
    void theFirstOpeningLeavesWhatHasGrown() throws IOException {
        try (FtpBoard board = FtpBoard.idle(Chip.inMemory(), new RealClock())) {
            long before = board.free();
            Map<Account, Long> had = accounts(board);
            board.openServer();
            useOnce(board);
            board.type("FTP:close()");
            long after = board.free();
            Map<Account, Long> has = accounts(board);
            has.replaceAll((account, bytes) -> bytes - had.get(account));
            assertEquals(before - after, has.values().stream().mapToLong(x -> x).sum());
            assertEquals(256, has.get(Account.STRING_TABLE), "from 64 to 128 chains");
            assertEquals(256, has.get(Account.OBJECTS), "the name FAST_ftp, and a vector of 16 references");
            assertEquals(0, has.get(Account.DEVICE));
            assertTrue(has.get(Account.MAIN_STACK) <= 624, () -> "16 calls where 8 were, and their values: " + has);
            assertTrue(has.get(Account.CONCAT_BUFFER) <= 64, has::toString);
        }
    }

    private static Map<Account, Long> accounts(FtpBoard board) {
        return board.ask(running -> {
            Map<Account, Long> bytes = new EnumMap<>(Account.class);
            for (Account account : Account.values()) {
                bytes.put(account, running.cycle().heap().deviceBytes(account));
            }
            return bytes;
        });
    }

    private static void useOnce(FtpBoard board) throws IOException {
        try (FtpClient client = board.login()) {
            client.put("www/file0", FtpClient.noise(3000));
            client.get("www/file0");
            client.listing("LIST");
        }
        board.awaitTrue("not rawget(FTP,1)");
    }

    @Test
    void threeClientsInTransfersLeaveRoom() throws IOException {
        try (FtpBoard board = FtpBoard.serving(Chip.inMemory())) {
            board.watch();
            List<FtpClient> clients = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                clients.add(board.login());
            }
            byte[] content = FtpClient.noise(100_000);
            clients.get(0).put("big", content);
            // Five connections is all that the firmware serves, so two can transfer at a time.
            try (Socket up = clients.get(0).data();
                    Socket down = clients.get(1).data()) {
                clients.get(1).ask("RETR big", "150 .*");
                clients.get(0).ask("STOR other", "150 .*");
                up.getOutputStream().write(content);
                clients.get(2).ask("MKD folder", "257 .*");
                clients.get(2).ask("CWD folder", "250 .*");
                clients.get(2).ask("SIZE /big", "213 100000");
                assertArrayEquals(content, down.getInputStream().readAllBytes());
            }
            clients.get(0).expect("226 Stored");
            clients.get(1).expect("226 Done");
            assertTrue(board.least() >= LEAST, () -> "only " + board.least() + " bytes were free");
            try (FtpClient fourth = FtpClient.connected(board.port())) {
                fourth.expect("421 .*");
                assertTrue(fourth.isEnded());
            }
            for (FtpClient client : clients) {
                client.close();
            }
        }
    }

    /** Whatever a program leaves of the heap: what does not fit fails by itself, and the board does not restart. */
    @Test
    void aHeapThatIsTooSmallEndsTransfersAndNotTheBoard() throws IOException {
        try (FtpBoard board = FtpBoard.serving(Chip.inMemory(), new HastyClock(30))) {
            board.ask(running -> {
                for (int i = 0; i < 30; i++) {
                    running.chip().files().write("file number " + i, new byte[] {1});
                }
                return null;
            });
            board.type("held={}");
            for (int kilobytes = 1; kilobytes <= 22; kilobytes++) {
                board.type("held[#held+1]=('x'):rep(1000)..#held");
                if (kilobytes >= 16) {
                    tryToList(board);
                    assertEquals(1, board.log().split("NodeMCU", -1).length - 1, kilobytes + " KB are held");
                }
            }
            board.type("held=nil");
            board.awaitTrue("not (rawget(FTP,1) or rawget(FTP,2) or rawget(FTP,3))");
            try (FtpClient client = board.login()) {
                assertEquals(30, client.listing("LIST").split("\r\n", -1).length - 1);
            }
        }
    }

    private static void tryToList(FtpBoard board) throws IOException {
        try (FtpClient client = FtpClient.connected(board.port())) {
            for (String command : new String[] {"USER " + FtpBoard.USER, "PASS " + FtpBoard.PASSWORD}) {
                if (client.reply() == null) {
                    return;
                }
                client.send(command + "\r\n");
            }
            client.reply();
            String offer = client.ask("EPSV");
            if (offer == null || !offer.startsWith("229 ")) {
                return;
            }
            try (Socket data = FtpClient.data(offer)) {
                String reply = client.ask("LIST");
                data.getInputStream().readAllBytes();
                if (reply != null && reply.startsWith("150 ")) {
                    reply = client.reply();
                }
                String last = reply;
                assertTrue(last == null || last.matches("226 .*|4[0-9][0-9] .*"), () -> "LIST was answered " + last);
            }
        } catch (SocketException e) {
            // Cut off, for there was no heap to say a word.
        }
    }

    /** Bounds a little below the figures of the documentation, which depend on how the host cuts the data. */
    @Test
    void eachStageOfASessionHasItsBudget() throws IOException {
        try (FtpBoard board = FtpBoard.serving(Chip.inMemory())) {
            assertStage("open", board, 37_000, LEAST);
            try (FtpClient client = board.login()) {
                assertStage("logged in", board, 29_000, 23_000);
                byte[] content = FtpClient.noise(200_000);
                try (Socket data = client.data()) {
                    client.ask("STOR big", "150 .*");
                    data.getOutputStream().write(content, 0, 50_000);
                    assertStage("upload", board, 25_000, 20_000);
                    data.getOutputStream().write(content, 50_000, 150_000);
                }
                client.expect("226 .*");
                assertStage("after an upload", board, 29_000, 20_000);
                try (Socket data = client.data()) {
                    client.ask("RETR big", "150 .*");
                    data.getInputStream().readNBytes(50_000);
                    assertStage("download", board, 23_000, 17_000);
                    assertEquals(150_000, data.getInputStream().readAllBytes().length);
                }
                client.expect("226 .*");
                assertStage("after a download", board, 29_000, 17_000);
                client.listing("LIST");
                assertStage("after a listing", board, 29_000, 17_000);
                client.ask("QUIT", "221 .*");
            }
            board.awaitTrue("not rawget(FTP,1)");
            assertStage("client gone", board, 36_000, LEAST);
        }
    }

    /** Checks what is free now, and the fewest bytes that were since the stage before. */
    private static void assertStage(String name, FtpBoard board, long free, long least) {
        long reached = board.least();
        long now = board.free();
        assertTrue(now >= free, () -> name + ": " + now + " bytes free");
        assertTrue(reached >= least, () -> name + ": " + reached + " bytes at the least");
        board.watch();
    }
}
