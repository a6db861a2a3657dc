package org.perilune.board.net.lua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs on a board and plain sockets of the JDK as their peers. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class TcpTest {
    private static final String ECHO_SERVER = """
            srv = net.createServer(30)
            srv:listen(0, function(s)
              s:on('receive', function(s, d) s:send(d) end)
              s:on('disconnection', function(s, e) print('gone '..e) end)
            end)
            print('port '..srv:getaddr())
            """;

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static Socket peer(int port) throws IOException {
        return new Socket(loopback(), port);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends a text, ends the sending side when asked to, and reads so many bytes, or all for -1. */
    private static CompletableFuture<String> talk(int port, String text, int expected) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = peer(port)) {
                socket.getOutputStream().write(bytes(text));
                byte[] answer = expected < 0
                        ? socket.getInputStream().readAllBytes()
                        : socket.getInputStream().readNBytes(expected);
                return new String(answer, StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aServerEchoes() throws Exception {
        try (NetBoard board = NetBoard.running(ECHO_SERVER)) {
            CompletableFuture<String> talk = talk(Integer.parseInt(board.answer("port")), "hello", 5);
            board.runUntilPrinted("gone 0");
            assertEquals("hello", talk.get());
        }
    }

    @Test
    void theConnectionEventFollowsTheServersCallback() throws Exception {
        try (NetBoard board = NetBoard.running(
                "srv = net.createServer()",
                "srv:listen(0, function(s)",
                "  print('accepted')",
                "  s:on('connection', function(c) print('connected', c == s) print('from', s:getpeer()) c:close() end)",
                "  s:on('disconnection', function() print('never') end)",
                "end)",
                "print('port '..srv:getaddr())")) {
            try (Socket socket = peer(Integer.parseInt(board.answer("port")))) {
                board.runUntilPrinted("from\t" + socket.getLocalPort() + "\t127.0.0.1");
                assertEquals(-1, socket.getInputStream().read());
            }
            assertTrue(board.printed().contains("accepted\nconnected\ttrue\n"), board.printed());
            assertFalse(board.printed().contains("never"));
        }
    }

    @Test
    void aClientTalksToTheHost() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, loopback())) {
            CompletableFuture<String> peer = CompletableFuture.supplyAsync(() -> {
                try (Socket socket = server.accept()) {
                    byte[] request = socket.getInputStream().readNBytes(4);
                    socket.getOutputStream().write(bytes("answer"));
                    return new String(request, StandardCharsets.ISO_8859_1);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (NetBoard board = NetBoard.running(
                    "c = net.createConnection()",
                    "c:on('connection', function(s) s:send('ask!') print('peer', s:getpeer()) end)",
                    "c:on('sent', function(s) print('sent') end)",
                    "c:on('receive', function(s, d) print('got '..d) end)",
                    "c:on('disconnection', function(s, e) print('closed '..e) print(pcall(s.send, s, 'x')) end)",
                    "c:connect(" + server.getLocalPort() + ", '127.0.0.1')")) {
                board.runUntilPrinted("closed 0\nfalse\tnot connected\n");
                assertEquals("ask!", peer.get());
                assertTrue(board.printed().contains("peer\t" + server.getLocalPort() + "\t127.0.0.1\n"));
                assertTrue(board.printed().contains("sent\n"));
                assertTrue(board.printed().contains("got answer\n"));
            }
        }
    }

    @Test
    void aRefusedConnectionIsReportedByItsCode() throws Exception {
        int free;
        try (ServerSocket server = new ServerSocket(0, 1, loopback())) {
            free = server.getLocalPort();
        }
        try (NetBoard board = NetBoard.running(
                "c = net.createConnection()",
                "c:on('reconnection', function(s, e) print('again '..e) end)",
                "c:on('disconnection', function(s, e) print('never') end)",
                "c:connect(" + free + ", 'localhost')")) {
            board.runUntilPrinted("again -9\n");
            assertFalse(board.printed().contains("never"));
        }
    }

    @Test
    void afterFiftyConnectionsTheHeapIsAsBefore() throws Exception {
        try (NetBoard board = NetBoard.running(ECHO_SERVER)) {
            int port = Integer.parseInt(board.answer("port"));
            converse(board, port);
            String before = board.ask("print('heap '..node.heap())", "heap");
            for (int i = 0; i < 50; i++) {
                converse(board, port);
            }
            assertEquals(before, board.ask("print('heap '..node.heap())", "heap"));
        }
    }

    private static void converse(NetBoard board, int port) throws Exception {
        board.forget();
        CompletableFuture<String> talk = talk(port, "some text", 9);
        board.runUntilPrinted("gone 0");
        assertEquals("some text", talk.get());
    }

    @Test
    void anOpenConnectionTakesHeap() throws Exception {
        try (NetBoard board = NetBoard.running(ECHO_SERVER)) {
            int port = Integer.parseInt(board.answer("port"));
            converse(board, port);
            int before = Integer.parseInt(board.ask("print('heap '..node.heap())", "heap"));
            try (Socket socket = peer(port)) {
                socket.getOutputStream().write('x');
                CompletableFuture<Integer> echo = CompletableFuture.supplyAsync(() -> read(socket));
                assertEquals('x', board.runUntilDone(echo));
                int during = Integer.parseInt(board.ask("print('heap '..node.heap())", "heap"));
                assertTrue(before - during >= 192 + 88, () -> before - during + " bytes");
            }
        }
    }

    private static int read(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoThousandLinesGoOutOneAfterTheOther() throws Exception {
        try (NetBoard board = NetBoard.running(
                "srv = net.createServer()",
                "srv:listen(0, function(s)",
                "  local n = 0",
                "  local function nextLine(s)",
                "    n = n + 1",
                "    if n <= 2000 then s:send('line '..n..'\\n') else s:close() print('done') end",
                "  end",
                "  s:on('sent', nextLine)",
                "  nextLine(s)",
                "end)",
                "print('port '..srv:getaddr())")) {
            CompletableFuture<String> talk = talk(Integer.parseInt(board.answer("port")), "", -1);
            board.runUntilPrinted("done");
            StringBuilder expected = new StringBuilder();
            for (int i = 1; i <= 2000; i++) {
                expected.append("line ").append(i).append('\n');
            }
            assertEquals(expected.toString(), talk.get());
        }
    }

    @Test
    void theSendBufferHasAnEnd() throws Exception {
        try (NetBoard board = NetBoard.running(
                "srv = net.createServer()",
                "srv:listen(0, function(s)",
                "  local line = ('x'):rep(1000)",
                "  s:send(line) s:send(line)",
                "  print('third', pcall(s.send, s, line))",
                "  print('rest', pcall(s.send, s, line:sub(1, 920)))",
                "  print('empty', pcall(s.send, s, ''))",
                "  s:on('sent', function(s) s:close() end)",
                "end)",
                "print('port '..srv:getaddr())")) {
            CompletableFuture<String> talk = talk(Integer.parseInt(board.answer("port")), "", -1);
            board.runUntilPrinted("empty\tfalse\tno data to send\n");
            assertTrue(board.printed().contains("third\tfalse\tout of memory\n"), board.printed());
            assertTrue(board.printed().contains("rest\ttrue\n"), board.printed());
            assertEquals(2920, board.runUntilDone(talk).length());
        }
    }

    @Test
    void uploadsArriveInSegmentsAndCanBeHeld() throws Exception {
        try (NetBoard board = NetBoard.running(
                "total, longest, after = 0, 0, nil",
                "srv = net.createServer()",
                "srv:listen(0, function(s)",
                "  s:hold()",
                "  tmr.create():alarm(50, 0, function() after = total s:unhold() end)",
                "  s:on('receive', function(s, d)",
                "    total = total + #d",
                "    if #d > longest then longest = #d end",
                "    if total == 200000 then print('all '..longest..' '..after) end",
                "  end)",
                "end)",
                "print('port '..srv:getaddr())")) {
            int port = Integer.parseInt(board.answer("port"));
            CompletableFuture<String> talk = talk(port, "u".repeat(200_000), 0);
            String[] figures = board.answer("all").split(" ", 2);
            assertEquals("1460", figures[0]);
            assertTrue(Integer.parseInt(figures[1]) <= 5 * 1460, figures[1]);
            talk.get();
        }
    }

    @Test
    void anErrorInACallbackIsReportedAndTheSocketLivesOn() throws Exception {
        try (NetBoard board = NetBoard.running(
                "node.setonerror(function(m) print('ERR '..m:match('[^\\n]*')) end)",
                "srv = net.createServer()",
                "srv:listen(0, function(s)",
                "  s:on('receive', function(s, d) s:send(d) error('oops') end)",
                "end)",
                "print('port '..srv:getaddr())")) {
            CompletableFuture<String> talk = talk(Integer.parseInt(board.answer("port")), "abc", 3);
            board.runUntilPrinted("oops");
            assertTrue(board.printed().contains("ERR init.lua:4: oops"), board.printed());
            assertEquals("abc", board.runUntilDone(talk));
        }
    }

    @Test
    void aRestartFreesThePorts() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, loopback())) {
            port = server.getLocalPort();
        }
        try (NetBoard board = NetBoard.running(
                "net.createServer():listen(" + port + ", function(s)",
                "  s:on('receive', function() node.restart() end)",
                "end)",
                "print('ready', select(2, node.bootreason()))")) {
            board.runUntilPrinted("ready\t0");
            CompletableFuture<String> talk = talk(port, "restart", -1);
            board.runUntilPrinted("ready\t4");
            assertEquals("", talk.get());
        }
    }

    @Test
    void mistakesHaveTheFirmwaresTexts() {
        try (NetBoard board = NetBoard.running(
                "s = net.createServer() c = net.createConnection()",
                "print(pcall(s.listen, s, 0))",
                "s:listen(0, function() end)",
                "print(pcall(s.listen, s, 0, function() end))",
                "t = net.createServer()",
                "print(pcall(t.listen, t, (s:getaddr()), function() end))",
                "print(pcall(t.listen, t, 0, 'nowhere', function() end))",
                "print(pcall(t.close, t))",
                "print(pcall(c.close, c))",
                "print(pcall(c.send, c, 'x'))",
                "print(pcall(c.on, c, 'received', print))",
                "print(pcall(c.on, c, 'receive', 1))",
                "print(pcall(c.on, s, 'receive', print))",
                "print(pcall(c.connect, c, 0, '127.0.0.1'))",
                "print(pcall(c.dns, c, 'x'))",
                "print(pcall(c.ttl, c))",
                "print(c:getpeer()) print(c:getaddr()) print(t:getaddr())",
                "print(s:getaddr() > 0, select(2, s:getaddr()))",
                "s:close() print(s:getaddr())",
                "print(net.TCP, net.UDP)",
                "print('end')")) {
            board.runUntilPrinted("end\n");
            board.assertPrinted(
                    "false\tneed callback",
                    "false\talready listening",
                    "false\taddress in use",
                    "false\tinvalid IP address",
                    "false\tnot connected",
                    "false\tnot connected",
                    "false\tnot connected",
                    "false\tinvalid callback name",
                    "false\tinvalid callback function",
                    "false\tinvalid user data",
                    "false\tspecify port",
                    "false\tno callback specified",
                    "false\tsocket is not open/bound yet",
                    "nil\tnil",
                    "nil\tnil",
                    "nil\tnil",
                    "true\t0.0.0.0",
                    "nil\tnil",
                    "1\t2",
                    "end");
        }
    }
}
