package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perilune.board.Chip;

/** Files on their way to and from the board, whole, resumed and interrupted. */
class FtpTransferTest {
    private FtpBoard board;

    @BeforeEach
    void open() throws IOException {
        board = FtpBoard.serving(Chip.inMemory());
    }

    @AfterEach
    void close() {
        board.close();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 1400, 1460, 2920, 4096, 200_000})
    void aFileComesAndGoesUnchanged(int size) throws IOException {
        byte[] content = FtpClient.noise(size);
        try (FtpClient client = board.login()) {
            client.put("file", new byte[] {9});
            client.put("file", content);
            assertArrayEquals(content, board.file("file"));
            assertArrayEquals(content, client.get("file"));
            client.ask("SIZE file", "213 " + size);
        }
        assertEquals(Set.of("file"), board.names());
    }

    // ---- parts

    @Test
    void aDownloadIsResumedWhereTheClientSays() throws IOException {
        byte[] content = FtpClient.noise(5000);
        try (FtpClient client = board.login()) {
            client.put("file", content);
            for (int from : new int[] {0, 1, 4999, 5000}) {
                client.ask("REST " + from, "350 .*");
                assertArrayEquals(Arrays.copyOfRange(content, from, 5000), client.get("file"));
            }
            assertArrayEquals(content, client.get("file"), "the place counts once");
            client.ask("EPSV", "229 .*");
            client.ask("REST 5001", "350 .*");
            client.ask("RETR file", "554 .*");
        }
    }

    @Test
    void anUploadIsResumedOrAppended() throws IOException {
        byte[] start = FtpClient.noise(3000);
        byte[] more = FtpClient.noise(2500);
        try (FtpClient client = board.login()) {
            client.put("file", start);
            assertEquals("226 Stored", client.upload("APPE file", more));
            assertArrayEquals(join(start, more), board.file("file"));
            client.ask("REST 10", "350 .*");
            assertEquals("226 Stored", client.upload("STOR file", more));
            assertArrayEquals(join(Arrays.copyOf(start, 10), more), board.file("file"));
            assertEquals("226 Stored", client.upload("APPE new", more));
            assertArrayEquals(more, board.file("new"));
            client.ask("EPSV", "229 .*");
            client.ask("REST 99999", "350 .*");
            client.ask("STOR file", "554 .*");
        }
        assertEquals(Set.of("file", "new"), board.names());
    }

    // ---- interruptions

    @Test
    void aClientThatVanishesLeavesTheOldFileAndNothingElse() throws IOException {
        byte[] old = FtpClient.noise(700);
        FtpClient client = board.login();
        client.put("file", old);
        try (Socket data = client.data()) {
            client.ask("STOR file", "150 .*");
            data.getOutputStream().write(FtpClient.noise(20_000));
            awaitArrival();
            // The kernel ends a dead process's connections as if in order.
            client.close();
        }
        board.awaitTrue("not rawget(FTP,1)");
        assertArrayEquals(old, board.file("file"));
        assertEquals(Set.of("file"), board.names());
        assertEquals("false", board.type("=(FTP.timer:state())"));
    }

    /** Waits until something of an upload is in its temporary file. */
    private void awaitArrival() {
        board.awaitTrue("(file.stat'ftp~1' or {size=0}).size>1000");
    }

    @Test
    void aDataConnectionThatBreaksLeavesTheOldFileAndTheSession() throws IOException {
        byte[] old = FtpClient.noise(700);
        try (FtpClient client = board.login()) {
            client.put("file", old);
            Socket data = client.data();
            client.ask("STOR file", "150 .*");
            data.getOutputStream().write(FtpClient.noise(20_000));
            awaitArrival();
            data.setSoLinger(true, 0);
            data.close();
            client.expect("426 .*");
            assertArrayEquals(old, client.get("file"));
            assertEquals(Set.of("file"), board.names());
        }
    }

    @Test
    void aDownloadThatIsNotTakenToTheEndLeavesTheSession() throws IOException {
        try (FtpClient client = board.login()) {
            client.put("file", FtpClient.noise(600_000));
            Socket data = client.data();
            client.ask("RETR file", "150 .*");
            data.getInputStream().readNBytes(10_000);
            data.setSoLinger(true, 0);
            data.close();
            client.expect("426 .*");
            client.ask("SIZE file", "213 600000");
        }
    }

    @Test
    void anAbortEndsATransferEvenBehindTelnetSigns() throws IOException {
        byte[] old = FtpClient.noise(700);
        try (FtpClient client = board.login()) {
            client.put("file", old);
            for (String signs : new String[] {"", "\u00ff\u00f4\u00ff\u00f2", "\u00f2"}) {
                try (Socket data = client.data()) {
                    client.ask("STOR file", "150 .*");
                    data.getOutputStream().write(FtpClient.noise(3000));
                    client.ask(signs + "ABOR", "426 .*");
                    client.expect("226 .*");
                }
                client.ask(signs + "ABOR", "226 .*");
                assertArrayEquals(old, client.get("file"));
            }
            assertEquals(Set.of("file"), board.names());
        }
    }

    @Test
    void anUrgentAbortIsHeard() throws IOException {
        byte[] old = FtpClient.noise(600_000);
        try (FtpClient client = board.login()) {
            client.put("file", old);
            for (String command : new String[] {"STOR file", "RETR file"}) {
                Socket data = client.data();
                client.ask(command, "150 .*");
                client.sendUrgently("ABOR\r\n");
                client.expect("426 .*");
                client.expect("226 .*");
                data.close();
                client.sendUrgently("ABOR\r\n");
                client.expect("226 .*");
            }
            client.ask("SIZE file", "213 600000");
        }
    }

    @Test
    void anAbortLeavesTheCommandsAroundItAlone() throws IOException {
        try (FtpClient client = board.login()) {
            try (Socket data = client.data()) {
                client.ask("STOR file", "150 .*");
                data.getOutputStream().write(FtpClient.noise(3000));
                client.send("SIZE labor\r\nABOR\r\nPWD\r\n");
                client.expect("426 .*");
                client.expect("226 .*");
                client.expect("550 .*");
                client.expect("257 .*");
            }
            try (Socket data = client.data()) {
                client.ask("STOR file", "150 .*");
                client.send("SIZE labor\r\n");
                data.getOutputStream().write(FtpClient.noise(3000));
            }
            client.expect("226 .*");
            client.expect("550 .*");
        }
        assertEquals(Set.of("file"), board.names());
    }

    @Test
    void anAbortThatComesWithItsTransferEndsIt() throws IOException {
        byte[] old = FtpClient.noise(200_000);
        try (FtpClient client = board.login()) {
            client.put("file", old);
            for (String command : new String[] {"STOR file", "APPE file", "RETR file"}) {
                Socket data = client.data();
                client.send(command + "\r\nABOR\r\n");
                String reply = client.reply();
                assertTrue(reply.matches("150 .*|426 .*"), reply);
                if (reply.startsWith("150")) {
                    client.expect("426 .*");
                }
                client.expect("226 .*");
                client.ask("NOOP", "200 .*");
                data.close();
            }
            assertArrayEquals(old, client.get("file"));
        }
        assertEquals(Set.of("file"), board.names());
    }

    @Test
    void dataThatHasEndedBeforeItsCommandCountsAsWell() throws IOException {
        byte[] content = FtpClient.noise(2000);
        try (FtpClient client = board.login()) {
            try (Socket data = client.data()) {
                data.getOutputStream().write(content);
            }
            board.awaitTrue("not not FTP[1].ended");
            client.ask("STOR file", "150 .*");
            client.expect("226 .*");
            assertArrayEquals(content, board.file("file"));
            client.data().close();
            board.awaitTrue("not not FTP[1].ended");
            client.ask("RETR file", "426 .*");
            client.data().close();
            board.awaitTrue("not not FTP[1].ended");
            client.ask("LIST", "426 .*");
            assertArrayEquals(content, client.get("file"));
        }
    }

    /** SPIFFS serves four open files, and needs one of them to remove or rename another. */
    @Test
    void aProgramWithAllFilesOpenIsToldAsThat() throws IOException {
        byte[] old = FtpClient.noise(700);
        try (FtpClient client = board.login()) {
            client.put("file", old);
            client.put("folder/file", old);
            board.type("f={} for i=1,4 do f[i]=file.open('file','r') end");
            for (String command : new String[] {"RETR file", "STOR file", "STOR new", "APPE file"}) {
                client.ask("EPSV", "229 .*");
                client.ask(command, "450 .*");
            }
            client.ask("EPSV", "229 .*");
            client.ask("RETR none", "550 .*");
            client.ask("DELE file", "450 .*");
            client.ask("RNFR folder", "350 .*");
            client.ask("RNTO renamed", "450 .*");
            board.type("f[4]:close()");
            assertArrayEquals(old, client.get("file"));
            client.ask("EPSV", "229 .*");
            client.ask("APPE file", "450 .*");
            board.type("for i=1,3 do f[i]:close() end f=nil");
            assertEquals(Set.of("file", "folder/file"), board.names());
            client.ask("RNFR folder", "350 .*");
            client.ask("RNTO renamed", "250 .*");
        }
        assertEquals(Set.of("file", "renamed/file"), board.names());
    }

    @Test
    void aFileThatGoesWhileItIsReadIsNotPassedOffAsWhole() throws IOException {
        try (FtpClient client = board.login()) {
            client.put("file", FtpClient.noise(600_000));
            try (Socket data = client.data()) {
                client.ask("RETR file", "150 .*");
                board.type("file.remove'file'");
                assertTrue(data.getInputStream().readAllBytes().length < 600_000);
            }
            client.expect("451 .*");
            assertNull(board.file("file"));
        }
    }

    @Test
    void closingTheServerEndsTransfersAndSessions() throws IOException {
        byte[] old = FtpClient.noise(700);
        try (FtpClient client = board.login();
                FtpClient idle = board.login()) {
            client.put("file", old);
            try (Socket data = client.data()) {
                client.ask("STOR file", "150 .*");
                OutputStream out = data.getOutputStream();
                out.write(FtpClient.noise(3000));
                board.type("FTP:close()");
                client.expect("421 .*");
                assertTrue(client.isEnded());
                idle.expect("421 .*");
            }
        }
        assertArrayEquals(old, board.file("file"));
        assertEquals(Set.of("file"), board.names());
        board.openServer();
        board.login().close();
    }

    @Test
    void openingAgainTakesTheNewPasswordAndDropsTheOldClients() throws IOException {
        try (FtpClient client = board.login()) {
            board.type("fast.ftp():createServer('new','word'," + board.port() + ")");
            client.expect("421 .*");
            FtpClient.login(board.port(), "new", "word").close();
        }
    }

    @Test
    void leftoversOfAPowerCutAreRemovedWhenTheServerOpens() throws IOException {
        board.type("FTP:close() file.putcontents('ftp~2','half') file.putcontents('ftp~x','mine')");
        board.openServer();
        assertEquals(Set.of("ftp~x"), board.names());
    }

    // ---- many

    @Test
    void twoClientsThatWriteTheSameFileEachWriteItWhole() throws IOException {
        byte[] first = FtpClient.noise(30_000);
        byte[] second = FtpClient.noise(20_000);
        try (FtpClient one = board.login();
                FtpClient other = board.login()) {
            try (Socket oneData = one.data();
                    Socket otherData = other.data()) {
                one.ask("STOR file", "150 .*");
                other.ask("STOR file", "150 .*");
                for (int i = 0; i < 10; i++) {
                    oneData.getOutputStream().write(first, 3000 * i, 3000);
                    otherData.getOutputStream().write(second, 2000 * i, 2000);
                }
                otherData.shutdownOutput();
                other.expect("226 .*");
                assertArrayEquals(second, board.file("file"));
            }
            one.expect("226 .*");
            assertArrayEquals(first, board.file("file"));
        }
    }

    @Test
    void noSessionLeavesHeapBehind() throws IOException {
        // The first ones let tables grow that keep their size from then on.
        meet(8);
        long before = board.free();
        meet(50);
        assertTrue(Math.abs(board.free() - before) <= 48, before + " and then " + board.free());
    }

    private void meet(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (FtpClient client = board.login()) {
                client.put("file", FtpClient.noise(2000));
                client.ask("CWD none", "550 .*");
                client.data().close();
                if (i % 2 == 0) {
                    client.ask("QUIT", "221 .*");
                }
            }
            board.awaitTrue("not rawget(FTP,1)");
        }
    }
}
