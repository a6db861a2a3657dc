package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perilune.FreePort;
import org.perilune.fastload.FastBundle;
import org.perilune.testkit.TestBoard;

/** {@code fast.dir}, {@code fast.list} and {@code fast.split} on a board. */
class FastFilesTest {
    private static final String MODULE = """
            --[[SPLIT MODULE m]]
            local M = {}
            if SPIFFS_m or FAST_m then
              return setmetatable(M, {__index = function(_, name) return loadfile('m-' .. name .. '.lc') end})
            end
            function M.add(...) --[[SPLIT HERE m-add]]
            local _, a, b = ...
            return a + b
            end --[[SPLIT IGNORE]]
            function M.fail() --[[SPLIT HERE m-fail]]
            error('failed', 0)
            end --[[SPLIT HERE]]
            return M --[[SPLIT IGNORE]]
            """;

    private final TestBoard board = TestBoard.builder().boot();

    @AfterEach
    void switchOff() {
        board.close();
    }

    private void write(String name, String text) {
        assertTrue(board.files().write(name, text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void dirListsFilesWithTheirSizesInOrder() {
        write("b.txt", "four");
        write("a.lua", "");
        write("http/a.lua", "x".repeat(12345));
        String free = board.run("print((file.fsinfo()))").strip();
        assertEquals(
                "       0  a.lua\n       4  b.txt\n   12345  http/a.lua\n   12349  in 3 files, " + free
                        + " bytes free\n",
                board.run("fast.dir()"));
        assertEquals(
                "       0  a.lua\n       0  in 1 files, " + free + " bytes free\n",
                board.run("fast.dir('^a.*%.lua$')"));
        assertEquals("malformed pattern (missing ']')\n", board.run("fast.dir('[')"));
    }

    @Test
    void listNamesEveryPieceWithItsBytes() {
        String list = board.run("fast.list()");
        FastBundle.bundled()
                .pieces()
                .forEach(piece -> assertTrue(
                        list.contains(String.format("%6d  ", piece.size()))
                                && list.matches("(?s).* " + piece.name() + "\n.*"),
                        list));
        assertTrue(list.endsWith("  in " + FastBundle.bundled().pieces().size() + " pieces\n"), list);
    }

    @Test
    void aModuleThatIsSplitRunsFromItsFiles() {
        write("m.lua", MODULE);
        assertEquals("m.lua: 3 pieces\n3\n", board.run("print(fast.split('m.lua'))"));
        assertEquals(
                "m-add.lc m-fail.lc m.lc m.lua ",
                board.run("local t = {} for n in pairs(file.list()) do t[#t + 1] = n .. ' ' end"
                                        + " table.sort(t) print(table.concat(t))")
                                .strip()
                        + " ");
        assertEquals("nil\n", board.run("print(SPIFFS_m)"));
        assertEquals(
                "5\ttrue\nfalse\tfailed\n",
                board.run("M = require 'm' print(M:add(2, 3), SPIFFS_m)" + " print(pcall(M.fail))"));
    }

    @Test
    void theTelnetServerWorksFromFilesAndFastTakesItBack() throws IOException {
        write("telnet.lua", Files.readString(Path.of("../../fastload/src/main/lua/telnet.lua")));
        board.run("fast.split('telnet.lua')");
        board.run("T = require 'telnet'");
        int port = FreePort.find();
        board.run("T:open('ssid', 'password', " + port + ")");
        board.expect("Telnet server at");
        try (BoardClient client = new BoardClient(board, port)) {
            client.expect("bytes free\r\n");
            client.send("print(SPIFFS_telnet, FAST_telnet)\r\n");
            client.expect("true\tnil\r\n> ");
            client.send("TELNET:close()\r\n");
            client.expectEnd();
        }
        assertEquals("nil\ttrue\n", board.run("local f = fast.telnet print(SPIFFS_telnet, FAST_telnet)"));
    }

    @Test
    void aSourceLargerThanTheHeapIsSplit() {
        String padding = "-- nothing but a comment of some length, to fill the file\n".repeat(200);
        StringBuilder source = new StringBuilder(MODULE);
        for (int i = 0; i < 6; i++) {
            source.append("--[[SPLIT HERE m-")
                    .append(i)
                    .append("]]\n")
                    .append(padding)
                    .append("return ")
                    .append(i);
            source.append('\n');
        }
        source.append("--[[SPLIT HERE m-long]]\nreturn 1 --").append("x".repeat(5000));
        write("big.lua", source.toString());
        assertTrue(source.length() > 60_000);
        board.mark();
        assertEquals("big.lua: 10 pieces\n", board.run("fast.split('big.lua')"));
        assertTrue(board.peakBytes() < 16_000, () -> board.peakBytes() + " bytes at most");
        assertEquals("5\t1\n", board.run("print(loadfile('m-5.lc')(), loadfile('m-long.lc')())"));
    }

    @Test
    void whatCannotBeSplitLeavesTheOldFilesAndSaysWhyInOneLine() {
        write("m.lua", MODULE);
        board.run("fast.split('m.lua')");
        byte[] old = board.files().read("m-add.lc");
        fails(MODULE.replace("return a + b", "return a + + b"), "line 8: unexpected symbol near '+'");
        fails(MODULE.replace("m-fail", "m-add"), "line 10: second piece m-add");
        fails(MODULE.replace("IGNORE", "IGNOER"), "line 9: unknown SPLIT IGNOER");
        fails(MODULE.replace("m-fail", "m/fail"), "line 10: bad name m/fail");
        fails(MODULE.replace("SPLIT MODULE m", "SPLIT HERE m"), "line 1: one SPLIT MODULE comes first");
        fails(MODULE.replace("MODULE m", "MODULE m-x"), "line 1: bad name m-x");
        fails("return 1", "no SPLIT MODULE marker");
        fails(MODULE.replace("return a + b", "return '" + "x=1 ".repeat(10000) + "'"), "not enough memory");
        board.files().remove("bad.lua");
        write("bad.lua", MODULE);
        board.run("local f = file.open('fill', 'w') local s = ('x'):rep(1024) while f:write(s) do end f:close()");
        assertEquals("bad.lua: line 1: no space in flash\n", board.run("fast.split('bad.lua')"));
        assertArrayEquals(old, board.files().read("m-add.lc"));
        assertEquals("none.lua: no such file\n", board.run("fast.split('none.lua')"));
        assertEquals("nil: bad name\n", board.run("fast.split()"));
        String longName = "n".repeat(32);
        assertEquals(longName + ": bad name\n", board.run("fast.split('" + longName + "')"));
        assertNull(board.files().read("split~.lua"));
        assertNull(board.files().read("1~.lc"));
    }

    private void fails(String source, String message) {
        board.files().remove("bad.lua");
        write("bad.lua", source);
        String printed = board.run("fast.split('bad.lua')");
        assertEquals("bad.lua: " + message + "\n", printed);
    }

    @Test
    void nothingIsLeftOnTheHeap() {
        write("m.lua", MODULE);
        for (int i = 0; i < 3; i++) {
            board.run("fast.split('m.lua') fast.dir() fast.list()");
        }
        board.mark();
        board.run("fast.split('m.lua') fast.dir() fast.list()");
        assertEquals(0, board.liveBytes());
    }
}
