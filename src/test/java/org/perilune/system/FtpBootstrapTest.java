package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perilune.FreePort;

/** From a blank chip to a running application with one typed line and an FTP client, and back from a broken one. */
class FtpBootstrapTest {
    private static final String APPLICATION = """
            net.createServer():listen(80, function(socket)
              socket:on('receive', function(s, name) s:send('good evening, ' .. name, function(k) k:close() end) end)
            end)
            print('application runs')
            """;

    @TempDir
    private Path folder;

    private final int ftpPort = FreePort.find();
    private final int httpPort = FreePort.find();

    private Command board(String... more) {
        String[] line = new String[more.length + 7];
        System.arraycopy(
                new String[] {"run", "--flash", "chip.bin", "--map", ftpPort + ":21", "--map", httpPort + ":80"},
                0,
                line,
                0,
                7);
        System.arraycopy(more, 0, line, 7, more.length);
        return Command.start(folder, line);
    }

    private static void openServer(Command board) {
        board.type("fast.ftp():open('u','p')\n");
        board.expect("FTP server at [0-9.]+:21, \\d+ bytes free\n");
    }

    private String lftp(String commands) throws IOException {
        return Program.run(
                folder,
                "lftp",
                "-e",
                "set net:timeout 20; set net:max-retries 1; set cmd:fail-exit true; " + commands + "; bye",
                "ftp://u:p@127.0.0.1:" + ftpPort);
    }

    @Test
    void aBlankChipBecomesARunningApplication() throws IOException {
        Files.writeString(folder.resolve("init.lua"), "node.LFS.application()");
        Files.writeString(folder.resolve("application.lua"), APPLICATION);
        Command luac = Command.run(folder, "", "luac", "-f", "-o", "lfs.img", "application.lua");
        assertEquals("", luac.errors());
        try (Command board = board()) {
            board.expect("cannot open init.lua: \n> ");
            openServer(board);
            lftp("put lfs.img init.lua");
            board.type("node.LFS.reload'lfs.img'\n");
            board.expect("LFS region updated.  Restarting.\n\nNodeMCU");
            board.expect("application runs\n> ");
            assertEquals("good evening, moon", greeting("moon"));
        }
    }

    private String greeting(String name) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), httpPort)) {
            socket.getOutputStream().write(name.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void theServersWholeSourceServesFromFlashAsWell() throws IOException {
        Path source = Path.of("../../fastload/src/main/lua/ftp.lua").toAbsolutePath();
        Command luac = Command.run(folder, "", "luac", "-f", "-o", "lfs.img", source.toString());
        assertEquals("", luac.errors());
        try (Command board = board("--lfs", "lfs.img")) {
            board.expect("> ");
            board.type("node.LFS.ftp():open('u','p')\n");
            board.expect("FTP server at [0-9.]+:21, \\d+ bytes free\n");
            Files.writeString(folder.resolve("page.html"), "<p>from flash</p>");
            lftp("put page.html; mkdir www; mv page.html www/page.html; get www/page.html -o back.html");
            assertEquals("<p>from flash</p>", Files.readString(folder.resolve("back.html")));
            board.type("FTP:close() print('FTP is', FTP)\n");
            board.expect("FTP is\tnil\n");
        }
    }

    /** A board whose flash has this program. */
    private void install(String init) throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("init.lua"), "x = 1");
        assertEquals(
                0,
                Command.run(folder, "", "run", "--exit-idle", "--flash", "chip.bin", "source")
                        .exitCode());
        try (Command board = board()) {
            openServer(board);
            Files.writeString(folder.resolve("init.lua"), init);
            lftp("put init.lua");
        }
    }

    @Test
    void anInitThatFailsIsReplacedByFtp() throws IOException {
        install("local x = nil + 1");
        try (Command board = board()) {
            board.expect("init.lua:1: attempt to perform arithmetic on a nil value(?s:.*)\n> ");
            openServer(board);
            Files.writeString(folder.resolve("init.lua"), "print'all is well'");
            lftp("put init.lua");
            board.type("node.restart()\n");
            board.expect("all is well\n> ");
        }
    }

    @Test
    void anInitThatFailsLaterLeavesTwoSecondsToRemoveIt() throws IOException {
        install("tmr.create():alarm(100, tmr.ALARM_SINGLE, function() error'later' end)");
        try (Command board = board()) {
            board.expect("init.lua:1: later");
            board.type("file.remove'init.lua'\n");
            board.expect("cannot open init.lua: \n> ");
        }
    }

    @Test
    void anInitThatRestartsForEverIsRemovedByFtp() throws IOException {
        install("print'again' node.restart()");
        try (Command board = board()) {
            board.expect("again\n(?s:.*)again\n(?s:.*)again\n");
        }
        try (Command board = board("--no-init")) {
            board.expect("> ");
            assertTrue(!board.output().contains("again"), board::output);
            openServer(board);
            assertEquals("init.lua\n", lftp("cls -1"));
            lftp("rm init.lua");
            board.type("node.restart()\n");
            board.expect("cannot open init.lua: \n> ");
        }
    }
}
