package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.perilune.ftp.FtpClient.expect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.perilune.ftp.FtpClient;

/** {@code --ftp} as a user meets it. */
@Timeout(120)
class FtpCommandTest {
    private static final Pattern NOTICE = Pattern.compile(
            "perilune: ftp listens on 127\\.0\\.0\\.1:(\\d+), user perilune(?:, password (\\w{16}))?\n");

    @TempDir
    private Path folder;

    private static Matcher notice(Command command) throws InterruptedException {
        Matcher notice = NOTICE.matcher(command.errors());
        while (!notice.find()) {
            Thread.sleep(5);
            notice = NOTICE.matcher(command.errors());
        }
        return notice;
    }

    private static FtpClient login(Matcher notice, String password) throws IOException {
        int port = Integer.parseInt(notice.group(1));
        return new FtpClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).login("perilune", password);
    }

    @Test
    void aBoardWhoseProgramLoopsIsMendedWithThePasswordThatWasShown() throws Exception {
        Files.writeString(folder.resolve("init.lua"), "print('looping') while true do tmr.wdclr() end");
        try (Command board = Command.start(folder, "run", "--ftp", "0", ".")) {
            board.expect("looping");
            Matcher notice = notice(board);
            try (FtpClient client = login(notice, notice.group(2))) {
                expect(226, client.upload("STOR init.lua", "print('mended')".getBytes(StandardCharsets.UTF_8)));
                expect(200, client.say("SITE RESTART"));
            }
            board.expect("mended\n> ");
        }
    }

    @Test
    void aPasswordFromAFileIsNotShownAndTimesOutliveTheRun() throws Exception {
        Files.writeString(folder.resolve("password"), "mine\n");
        String[] arguments = {"run", "--flash", "chip.bin", "--ftp", "127.0.0.1:0", "--ftp-password-file", "password"};
        try (Command board = Command.start(folder, arguments)) {
            Matcher notice = notice(board);
            assertEquals(null, notice.group(2));
            try (FtpClient client = login(notice, "mine")) {
                expect(226, client.upload("STOR f", new byte[5]));
                expect(213, client.say("MFMT 20200102030405 f"));
            }
            board.expect("> ");
            board.type("node.restart()\n");
            board.expect("cannot open init.lua");
        }
        try (Command board = Command.start(folder, arguments);
                FtpClient client = login(notice(board), "mine")) {
            assertTrue(client.say("MDTM f").startsWith("213 20200102030405"));
        }
    }

    @Test
    void aSessionGoesOnWhenTheProgramMovesTheFiles() throws Exception {
        try (Command board = Command.start(folder, "run", "--ftp", "0")) {
            Matcher notice = notice(board);
            board.expect("cannot open init.lua: \n> ");
            try (FtpClient client = login(notice, notice.group(2))) {
                expect(226, client.upload("STOR old", new byte[5]));
                expect(257, client.say("MKD www"));
                expect(250, client.say("CWD www"));
                board.type("node.setpartitiontable{spiffs_addr=0x200000,spiffs_size=0x80000}\n");
                board.expect("cannot open init.lua: \n> ");
                expect(550, client.say("SIZE /old"));
                expect(226, client.upload("STOR /new", new byte[7]));
                board.type("=file.stat'new'.size, file.exists'old'\n");
                board.expect("7\tfalse\n> ");
                try (FtpClient other = login(notice, notice.group(2))) {
                    assertEquals("new\r\n", other.list("NLST"));
                }
                board.type("node.setpartitiontable{lfs_size=0x10000,spiffs_size=0}\n");
                board.expect("cannot open init.lua: \n> ");
                expect(550, client.say("SIZE /new"));
                expect(550, client.say("MKD /x"));
                assertTrue(client.upload("STOR /x", new byte[7]).startsWith("5"));
                expect(200, client.say("NOOP"));
                board.type("node.setpartitiontable{spiffs_addr=0x200000,spiffs_size=0x80000}\n");
                board.expect("cannot open init.lua: \n> ");
                expect(213, client.say("SIZE /new"));
                expect(250, client.say("DELE /new"));
            }
        }
    }

    @Test
    void whatCannotBeOpenedIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String place = "127.0.0.1:" + taken.getLocalPort();
            Command command = Command.run(folder, "", "run", "--exit-idle", "--ftp", place);
            assertEquals("perilune: ftp cannot listen on " + place + ": Address already in use\n", command.errors());
            assertEquals(2, command.exitCode());
        }
        for (String[] wrong : new String[][] {
            {"--ftp", "port"},
            {"--ftp", "0", "--ftp-ports", "5"},
            {"--ftp", "0", "--ftp-cert", "none.pem"},
            {"--ftp", "0", "--ftp-password-file", "none"}
        }) {
            String[] arguments = new String[wrong.length + 2];
            arguments[0] = "run";
            arguments[1] = "--exit-idle";
            System.arraycopy(wrong, 0, arguments, 2, wrong.length);
            Command command = Command.run(folder, "", arguments);
            assertEquals(2, command.exitCode(), command.errors());
            assertEquals(1, command.errors().lines().count(), command.errors());
        }
    }

    @Test
    void aServerBeyondThisMachineIsWarnedOf() {
        Command command = Command.run(folder, "", "run", "--exit-idle", "--ftp", "0.0.0.0:0");
        assertTrue(command.errors().contains("perilune: warning: ftp is open beyond this machine"), command.errors());
        Command encrypted = Command.run(folder, "", "run", "--exit-idle", "--ftp", "0.0.0.0:0", "--ftp-tls");
        assertTrue(!encrypted.errors().contains("warning"), encrypted.errors());
        assertTrue(encrypted.errors().matches("(?s).*ftp certificate SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}\n"));
    }
}
