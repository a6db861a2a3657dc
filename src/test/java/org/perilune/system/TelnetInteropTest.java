package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The telnet door and the clients that people have. A client that is not installed is skipped by its name. */
@Timeout(120)
class TelnetInteropTest {
    /** Drives a client in a terminal of its own: waits for a text, then types the next, and so on. */
    private static final String IN_A_TERMINAL = """
            import os, pty, select, sys, time
            client, steps = sys.argv[1].split(), sys.argv[2:]
            pid, terminal = pty.fork()
            if pid == 0:
                os.execvp(client[0], client)
            seen, end = b'', time.time() + 60
            for wanted, typed in zip(steps[::2], steps[1::2]):
                while wanted.encode() not in seen:
                    ready = select.select([terminal], [], [], max(0, end - time.time()))[0]
                    part = os.read(terminal, 4096) if ready else b''
                    if not part:
                        sys.exit('no ' + wanted + ' in ' + repr(seen))
                    seen += part
                    sys.stdout.buffer.write(part)
                seen = seen.split(wanted.encode(), 1)[1]
                os.write(terminal, typed.encode())
            sys.stdout.flush()
            """;

    /** A client of a few lines, with the interrupt as urgent data. */
    private static final String SOCKETS = """
            import socket, sys
            s = socket.create_connection(('127.0.0.1', int(sys.argv[1])), 60)
            f = s.makefile('rb')
            s.sendall(b'perilune\\r\\nsecret\\r\\nprint("go") while true do tmr.wdclr() end\\r\\n')
            while not f.readline().endswith(b'go\\r\\n'): pass
            s.sendall(b'\\xff\\xf4\\xff')
            s.send(b'\\xf2', socket.MSG_OOB)
            while b'interrupted' not in f.readline(): pass
            s.sendall(b'=6*7\\r\\n')
            s.shutdown(socket.SHUT_WR)
            rest = f.read()
            assert rest.endswith(b'42\\r\\n> '), rest
            print('good')
            """;

    @TempDir
    private Path folder;

    private static void assumeInstalled(String program) {
        boolean isInstalled = false;
        for (String place : System.getenv("PATH").split(":", -1)) {
            isInstalled |= Files.isExecutable(Path.of(place, program));
        }
        assumeTrue(isInstalled, program + " is not installed");
    }

    /** Runs a client to its end with an input, and returns what it printed. */
    private static String run(String input, String... command) throws IOException, InterruptedException {
        Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            client.getOutputStream().write(input.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().close();
            String text = new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(client.waitFor(1, TimeUnit.MINUTES), text);
            return text;
        } finally {
            client.destroyForcibly();
        }
    }

    /** Runs a client that is given all its lines at once and leaves when the server closes. */
    private void pipedThrough(String... client) throws IOException, InterruptedException {
        assumeInstalled(client[0]);
        try (TelnetDoor door = new TelnetDoor(folder)) {
            String[] command = List.of(client).stream()
                    .map(word -> word.equals("PORT") ? String.valueOf(door.port()) : word)
                    .toArray(String[]::new);
            String text = run("perilune\nsecret\nprint(6*7)\n=('x'):rep(3)\n", command);
            assertTrue(text.endsWith("> 42\r\n> xxx\r\n> "), text);
            door.board().typeUntil("print('here')\n", "here\n> ");
            assertEquals(1, door.board().errors().lines().count(), door.board().errors());
        }
    }

    /** @param dialogue what is waited for and typed between login and the end */
    private void inTerminal(String client, List<String> dialogue) throws IOException, InterruptedException {
        assumeInstalled("python3");
        assumeInstalled(client.substring(0, client.indexOf(' ')));
        try (TelnetDoor door = new TelnetDoor(folder)) {
            List<String> command = new ArrayList<>(List.of("python3", "-c", IN_A_TERMINAL));
            command.add(client.replace("PORT", String.valueOf(door.port())));
            command.addAll(List.of("login: ", "perilune\r", "Password: ", "secret\r"));
            command.addAll(dialogue);
            command.addAll(List.of("\n> ", "print('wro\u007f\u007f\u007f'..6*7)\r", "42", "\u0004", "", ""));
            String text = run("", command.toArray(String[]::new));
            assertTrue(text.contains("42"), text);
            assertEquals(-1, text.indexOf("secret"), "the password is not shown: " + text);
        }
    }

    @Test
    void netcat() throws Exception {
        pipedThrough("nc", "-N", "127.0.0.1", "PORT");
    }

    @Test
    void plinkWithTelnet() throws Exception {
        pipedThrough("plink", "-batch", "-telnet", "-P", "PORT", "127.0.0.1");
    }

    @Test
    void plinkRaw() throws Exception {
        pipedThrough("plink", "-batch", "-raw", "-P", "PORT", "127.0.0.1");
    }

    @Test
    void telnetInATerminal() throws Exception {
        String loop = "print('b'..'egun') while true do tmr.wdclr() end\r";
        inTerminal("telnet 127.0.0.1 PORT", List.of("\n> ", loop, "begun", "\u0003", "\n", ""));
    }

    /** Ctrl-C ends plink itself, whose terminal it is; PuTTY's window sends it on. */
    @Test
    void plinkInATerminal() throws Exception {
        inTerminal("plink -telnet -P PORT 127.0.0.1", List.of());
    }

    @Test
    void pythonsSockets() throws Exception {
        assumeInstalled("python3");
        try (TelnetDoor door = new TelnetDoor(folder)) {
            assertEquals("good\n", run("", "python3", "-c", SOCKETS, String.valueOf(door.port())));
        }
    }
}
