package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perilune.FreePort;

/** The session of the README: a blank board becomes a telnet server by one typed line. */
class TelnetSessionTest {
    private static final int TIMEOUT_MILLIS = 60_000;

    @TempDir
    private Path folder;

    private Command startBoard(int port) {
        Command board = Command.start(folder, "run", "--map", port + ":23");
        board.expect("> ");
        board.type("=node.heap()\n");
        board.expect("40616\n> ");
        return board;
    }

    private static void openServer(Command board) {
        board.type("fast.telnet():open('ssid','password')\n");
        board.expect("Telnet server at 127\\.0\\.0\\.1:23, \\d+ bytes free\n");
    }

    /** Loads pieces and drops them: the string table grows with the first and keeps its size from then on. */
    private static void loadPieces(Command board) {
        board.type("for _,m in ipairs{'hello','telnet','telnet-open'} do local f=fast.load(m) print(m,node.heap())"
                + " f=nil collectgarbage() end\n");
        board.expect("hello\t\\d+\ntelnet\t\\d+\ntelnet-open\t\\d+\n> ");
    }

    /** Free heap, asked for at the serial prompt. */
    private static int heap(Command board) {
        board.type("collectgarbage() print(node.heap())\n");
        return Integer.parseInt(board.expect("(\\d+)\n> ").group(1));
    }

    @Test
    void anUnknownPieceIsNil() throws IOException {
        try (Command board = startBoard(FreePort.find())) {
            loadPieces(board);
            board.type("=fast.load'doesnotexist'\n");
            board.expect("nil\n> ");
        }
    }

    @Test
    void aClientTalksToTheBoardAndLeavesItsHeapAsItWas() throws IOException {
        int port = FreePort.find();
        try (Command board = startBoard(port)) {
            loadPieces(board);
            int before = heap(board);
            openServer(board);
            serveOne(board, port);
            int afterOne = heap(board);
            serveOne(board, port);
            serveOne(board, port);
            assertEquals(afterOne, heap(board), 32, "no client leaves anything behind");
            board.type("TELNET:close()\n");
            board.expect("> ");
            // The registry has grown for the socket's callbacks, and stays so.
            assertEquals(before, heap(board), 200, "heap after closing");
            int afterFirst = heap(board);
            openServer(board);
            serveOne(board, port);
            board.type("TELNET:close()\n");
            board.expect("> ");
            assertEquals(afterFirst, heap(board), 200, "heap after opening and closing again");
        }
    }

    private static void serveOne(Command board, int port) throws IOException {
        talk(port);
        board.typeUntil("print('back')\n", "back\n> ");
    }

    private static void talk(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            assertTrue(in.readLine().matches("Perilune, \\d+ bytes free"));
            type(socket, "print(1+1)\r\n");
            expectLine(in, "2");
            type(socket, "=node.heap()\n");
            expectLine(in, "\\d+");
            type(socket, "x = = 1\r\n");
            expectLine(in, "Lua error:.*unexpected symbol near '='");
            type(socket, "for i=1,2000 do print('line '..i) end\r\n");
            for (int i = 1; i <= 2000; i++) {
                expectLine(in, "line " + i);
            }
        }
    }

    private static void type(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(line.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** The next line but for prompts. */
    private static void expectLine(BufferedReader in, String regex) throws IOException {
        String line = in.readLine();
        assertTrue(line != null && line.replaceFirst("^(>+ )*", "").matches(regex), "'" + line + "' is not " + regex);
    }

    @Test
    void netcatTalksToTheBoard() throws Exception {
        clientTalks("nc", "127.0.0.1", "PORT");
    }

    @Test
    void telnetTalksToTheBoard() throws Exception {
        clientTalks("telnet", "127.0.0.1", "PORT");
    }

    @Test
    void plinkTalksToTheBoardByTelnetAndRaw() throws Exception {
        clientTalks("plink", "-batch", "-telnet", "-P", "PORT", "127.0.0.1");
        clientTalks("plink", "-batch", "-raw", "-P", "PORT", "127.0.0.1");
    }

    /** Has a client compute; the word PORT in its arguments stands for the port. */
    private void clientTalks(String... command) throws Exception {
        assumeTrue(Program.isInstalled(command[0]), command[0] + " is not installed");
        int port = FreePort.find();
        try (Command board = startBoard(port)) {
            openServer(board);
            Process process = new ProcessBuilder(Stream.of(command)
                            .map(word -> word.equals("PORT") ? String.valueOf(port) : word)
                            .toList())
                    .redirectErrorStream(true)
                    .start();
            try {
                BufferedReader in = process.inputReader(StandardCharsets.ISO_8859_1);
                waitForLine(in, ".*bytes free");
                process.getOutputStream().write("print(6*7)\n".getBytes(StandardCharsets.ISO_8859_1));
                process.getOutputStream().flush();
                waitForLine(in, ".*42");
            } finally {
                process.destroy();
                process.waitFor(1, TimeUnit.MINUTES);
            }
            board.typeUntil("print('still here')\n", "still here\n");
        }
    }

    private static void waitForLine(BufferedReader in, String regex) throws IOException {
        for (String line = in.readLine(); ; line = in.readLine()) {
            if (line == null) {
                throw new IOException("the client ended before " + regex);
            }
            if (line.matches(regex)) {
                return;
            }
        }
    }
}
