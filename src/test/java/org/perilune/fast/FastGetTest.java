package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perilune.FreePort;
import org.perilune.testkit.TestBoard;

/** {@code fast.get} against a web server on the host, and from the board's own files. */
class FastGetTest {
    private final TestBoard board = TestBoard.builder().boot();
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String source;
    /** Whether bodies come in chunks. */
    private volatile boolean chunked;
    /** How many bytes are written at a time, with a pause after each. */
    private volatile int pace = Integer.MAX_VALUE;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        source = "http://127.0.0.1:" + server.getAddress().getPort() + "/mods";
        board.run("wifi.setmode(wifi.STATION) wifi.sta.config{ssid='ssid', pwd='password'}");
        BoardClient.runUntil(
                board, () -> board.run("print(wifi.sta.getip() ~= nil)").equals("true\n"));
    }

    @AfterEach
    void stop() {
        board.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] page = pages.get(exchange.getRequestURI().getPath());
        if (page == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, chunked || page.length == 0 ? 0 : page.length);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int at = 0; at < page.length; at += Math.min(pace, page.length - at)) {
                    out.write(page, at, Math.min(pace, page.length - at));
                    out.flush();
                }
            }
        }
        exchange.close();
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + seed + i / 256);
        }
        return bytes;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(String version, Map<String, byte[]> files) {
        StringBuilder manifest = new StringBuilder("module app " + version + "\r\n");
        files.forEach((name, content) -> {
            manifest.append(content.length + " " + hash(content) + " " + name + "\n");
            pages.put("/mods/" + name, content);
        });
        pages.put("/mods/app.mf", manifest.append("end\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Fetches the module and returns what is said about it. */
    private String get() {
        board.output();
        board.run("fast.get('app', '" + source + "')");
        StringBuilder said = new StringBuilder();
        BoardClient.runUntil(board, () -> {
            said.append(board.output());
            return said.indexOf("\n") >= 0;
        });
        noneIsLeftBeside();
        return said.toString();
    }

    private void noneIsLeftBeside() {
        assertEquals(
                List.of(),
                board.files().list().stream()
                        .map(file -> file.name())
                        .filter(name -> name.endsWith(".new"))
                        .toList());
    }

    private void holds(String name, byte[] content) {
        assertTrue(Arrays.equals(content, board.files().read(name)), name);
    }

    @Test
    void aModuleIsInstalledWholeAndItsNextVersionKeepsTheOld() {
        byte[] large = bytes(100_000, 1);
        byte[] empty = {};
        publish("1.0", Map.of("app.lua", bytes(300, 2), "web/index page.html", large, "empty", empty));
        board.mark();
        assertEquals("app: 1.0 installed, 3 files, 100300 bytes\n", get());
        assertTrue(board.peakBytes() < 32_000, () -> board.peakBytes() + " bytes at most");
        holds("web/index page.html", large);
        holds("app.lua", bytes(300, 2));
        holds("empty", empty);
        assertEquals("app: 1.0 is up to date\n", get());

        publish("1.1", Map.of("app.lua", bytes(400, 3)));
        assertEquals("app: 1.1 installed, 1 files, 400 bytes\n", get());
        holds("app.lua", bytes(400, 3));
        holds("app.lua.old", bytes(300, 2));
    }

    @Test
    void bodiesMayComeInChunksAndSlowly() {
        chunked = true;
        pace = 700;
        publish("2", Map.of("app.lua", bytes(5000, 4)));
        assertEquals("app: 2 installed, 1 files, 5000 bytes\n", get());
        pace = 1;
        publish("3", Map.of("app.lua", bytes(300, 5)));
        assertEquals("app: 3 installed, 1 files, 300 bytes\n", get());
        holds("app.lua", bytes(300, 5));
    }

    @Test
    void whatGoesWrongIsSaidAndTheOldVersionStays() {
        publish("1", Map.of("app.lua", bytes(1000, 6)));
        get();
        publish("2", Map.of("app.lua", bytes(1000, 7)));

        pages.put("/mods/app.lua", bytes(1000, 8));
        assertEquals("app: app.lua: wrong SHA-256\n", get());
        pages.put("/mods/app.lua", bytes(999, 7));
        assertEquals("app: app.lua: 999 bytes of 1000\n", get());
        pages.put("/mods/app.lua", bytes(1001, 7));
        assertEquals("app: app.lua: too long\n", get());
        pages.remove("/mods/app.lua");
        assertEquals("app: app.lua: HTTP 404\n", get());
        byte[] manifest = pages.get("/mods/app.mf");
        pages.put("/mods/app.mf", Arrays.copyOf(manifest, manifest.length - 5));
        assertEquals("app: bad manifest\n", get());
        pages.put("/mods/app.mf", new byte[9000]);
        assertEquals("app: app.mf: too long\n", get());
        pages.remove("/mods/app.mf");
        assertEquals("app: app.mf: HTTP 404\n", get());

        holds("app.lua", bytes(1000, 6));
        assertEquals("app: app.mf: not in nowhere/\n", board.run("fast.get('app', 'nowhere/')"));
        assertEquals("a/b: bad name\n", board.run("fast.get('a/b')"));
        assertEquals(": bad name\n", board.run("fast.get('', 'nowhere/')"));
        assertEquals("nil: no source, name one: fast.get(name, source)\n", board.run("fast.get(nil, '')"));
        assertEquals(
                "done\tbad name\n",
                board.run("fast.get(('x'):rep(25), 'nowhere/', function(problem) print('done', problem) end)"));
        assertEquals("app: bad source\n", board.run("fast.get('app', 'http://')"));
        assertEquals("app: bad source\n", board.run("fast.get('app', 'https://127.0.0.1/')"));
        // Only a source that has the module is remembered.
        assertEquals(source + "/\n", board.run("print(file.getcontents'fast.source')"));
    }

    @Test
    void aModuleThatDoesNotFitIsNotBegun() {
        publish("1", Map.of("app.lua", bytes(250_000, 9)));
        board.run("local s, f = ('x'):rep(1024), file.open('fill', 'w')"
                + " while file.fsinfo() > 200000 and f:write(s) do end f:close()");
        String said = get();
        assertTrue(said.matches("app: 2\\d{5} bytes needed, 19\\d{4} free\n"), said);
        assertNull(board.files().read("app.lua"));
    }

    @Test
    void aServerThatVanishesOrSaysNothingIsGivenUp() throws IOException {
        serveRaw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nmodule app 1\n", true);
        assertEquals("app: app.mf: connection lost\n", get());
        serveRaw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nmod", true);
        assertEquals("app: app.mf: connection lost\n", get());
        serveRaw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", false);
        assertEquals("app: app.mf: no answer for 10 s\n", get());
        serveRaw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n" + "x".repeat(3000), true);
        assertEquals("app: app.mf: bad chunk\n", get());
        serveRaw("SSH-2.0-server\r\n\r\n", true);
        assertEquals("app: app.mf: HTTP ?\n", get());
        serveRaw("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(1000), true);
        assertEquals("app: app.mf: header too long\n", get());
        server.stop(0);
        source = "http://127.0.0.1:" + FreePort.find() + "/";
        assertEquals("app: app.mf: connection lost\n", get());
        assertEquals("app: bad source\n", board.run("fast.get('app', 'http://:x/')"));
    }

    /** Answers one request with a text, and then leaves or waits. */
    private void serveRaw(String answer, boolean leaves) throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        source = "http://127.0.0.1:" + listener.getLocalPort() + "/";
        threads.execute(() -> {
            try (listener;
                    Socket socket = listener.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                if (leaves) {
                    socket.shutdownOutput();
                }
                while (!leaves && socket.getInputStream().read() >= 0) {
                    // Waits for the board to leave.
                }
            } catch (IOException e) {
                // The board has left.
            }
        });
    }

    @Test
    void aRenameThatFailsHalfWayIsTakenBack() {
        publish("1", new TreeMap<>(Map.of("a.lua", bytes(100, 1), "b.lua", bytes(100, 2))));
        get();
        publish("2", new TreeMap<>(Map.of("a.lua", bytes(100, 3), "b.lua", bytes(100, 4), "c.lua", bytes(100, 5))));
        board.run("local real = file file = setmetatable({rename = function(from, to)"
                + " return from ~= 'c.lua.new' and real.rename(from, to) end}, {__index = real})");
        assertEquals("app: cannot rename, the old version stays\n", get());
        holds("a.lua", bytes(100, 1));
        holds("b.lua", bytes(100, 2));
        assertNull(board.files().read("c.lua"));
        assertTrue(new String(board.files().read("app.mf"), StandardCharsets.US_ASCII).startsWith("module app 1\r"));
    }

    @Test
    void aFolderOfTheBoardIsASourceAndTheLastOneIsRemembered() {
        byte[] content = bytes(20_000, 10);
        publish("7", Map.of("app.lua", content));
        board.files().write("in/app.mf", pages.get("/mods/app.mf"));
        board.files().write("in/app.lua", content);
        board.run("fast.get('app', 'in')");
        board.expect("app: 7 installed, 1 files, 20000 bytes\n");
        board.run("fast.get('app', nil, function(problem) print('done', problem) end)");
        board.expect("done\tnil\n");
        board.files().remove("fast.source");
        assertEquals(
                "done\tno source, name one: fast.get(name, source)\n",
                board.run("fast.get('app', nil, function(problem) print('done', problem) end)"));
    }

    @Test
    void nothingIsLeftOnTheHeap() {
        publish("1", Map.of("app.lua", bytes(3000, 11)));
        for (int i = 0; i < 3; i++) {
            get();
            board.files().remove("app.lua");
        }
        board.mark();
        get();
        // The buffer in which strings are joined is as large as its last use asked for.
        assertTrue(Math.abs(board.liveBytes()) <= 64, () -> board.liveBytes() + " bytes");
    }
}
