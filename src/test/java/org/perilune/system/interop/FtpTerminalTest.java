package org.perilune.system.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Midnight Commander: it needs a terminal, which a script of Python is to it, and somebody who presses keys. */
class FtpTerminalTest {
    /**
     * Shows it two folders; in the first one it sees to it that all files are copied into the second one. Ends it with the
     * end of the standard input.
     */
    private static final String HANDS = """
            import fcntl, os, pty, select, signal, struct, sys, termios
            first, second, name = sys.argv[1:]
            child, terminal = pty.fork()
            if child == 0:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 120, 0, 0))
                os.execvp('mc', ['mc', '--nosubshell', '--nocolor', '--nomouse', first, second])
            screen = b''
            INVERT_SELECTION, COPY, ENTER = '*', '\\x1b5', '\\r'
            steps = [(name, INVERT_SELECTION + COPY), ('to:', ENTER)]
            while True:
                ready = select.select([terminal, 0], [], [])[0]
                if 0 in ready and not os.read(0, 1):
                    break
                if terminal in ready:
                    try:
                        screen += os.read(terminal, 65536)
                    except OSError:
                        break
                if steps and steps[0][0].encode() in screen:
                    screen = b''
                    os.write(terminal, steps.pop(0)[1].encode())
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            print(repr(screen), 'not done:', steps)
            """;

    private static final String NAME = "a-file.lua";

    @TempDir
    private Path home;

    private interface Progress {
        boolean isDone() throws IOException;
    }

    private void copyAll(String first, String second, Progress progress) throws IOException, InterruptedException {
        Path said = home.resolve("said");
        Process process = Run.process(
                        home, Map.of("TERM", "xterm"), List.of("python3", "-c", HANDS, first, second, NAME))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            while (!progress.isDone() && process.isAlive()) {
                Thread.sleep(1);
            }
        } finally {
            process.getOutputStream().close();
            process.waitFor();
        }
        assertTrue(progress.isDone(), () -> {
            try {
                return Files.readString(said);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    private void copyBothWays(FtpTarget target) throws IOException, InterruptedException {
        for (String program : List.of("mc", "python3")) {
            assumeTrue(Run.isInstalled(program), () -> {
                String skipped = "mc and the " + target + " skipped: " + program + " is not installed";
                System.out.println(skipped);
                return skipped;
            });
        }
        byte[] content = new byte[70_000];
        new Random(1).nextBytes(content);
        Path up = Files.createDirectory(home.resolve("up"));
        Path down = Files.createDirectory(home.resolve("down"));
        Files.write(up.resolve(NAME), content);
        String server = "ftp://" + FtpTarget.USER + ":" + FtpTarget.PASSWORD + "@"
                + target.address().getAddress().getHostAddress() + ":"
                + target.address().getPort() + "/";
        copyAll(
                up.toString(),
                server,
                () -> Arrays.equals(content, target.files().read(NAME)));
        Path copy = down.resolve(NAME);
        copyAll(server, down.toString(), () -> Files.exists(copy) && Files.size(copy) == content.length);
        assertArrayEquals(content, Files.readAllBytes(copy));
    }

    @Test
    @Timeout(120)
    void midnightCommanderListsAndCopiesAtTheHostsServer() throws Exception {
        try (HostDoor door = new HostDoor()) {
            copyBothWays(door);
        }
    }

    @Test
    @Timeout(120)
    void midnightCommanderListsAndCopiesAtTheBoardsServer() throws Exception {
        try (BoardServer server = new BoardServer()) {
            copyBothWays(server);
        }
    }
}
