package org.perilune.testkit.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {
    @TempDir
    private Path folder;

    /** What a script prints. */
    private String run(String... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, false, StandardCharsets.ISO_8859_1);
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        Scenario.run(folder.resolve("s.lua"), text, printer);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /** How a script fails, without its folder. */
    private String failure(String... lines) {
        String message = assertThrows(ScenarioException.class, () -> run(lines)).getMessage();
        return message.replace(folder + "/", "");
    }

    @Test
    void aBoardIsBootedTypedAtAndRead() {
        assertEquals(
                "nil\t42\n> \n",
                run(
                        "local b = board():boot()",
                        "b:expect 'init.lua'",
                        "b:expect '> '",
                        "b:type 'x = 6 * 7':expect '> '",
                        "b:type '=y, x'",
                        "print(b:output())"));
    }

    @Test
    void timeIsAdvancedInSeconds() {
        run(
                "local b = board{}:boot()",
                "b:run [[tmr.create():alarm(1500, tmr.ALARM_SINGLE, function() print 'ding' end)]]",
                "b:output()",
                "b:advance(1.4) check(b:output() == '')",
                "b:advance(0.2) check(b:output() == 'ding\\n')");
    }

    @Test
    void heapFiguresAreNumbers() {
        run(
                "local b = board{heap = 30000}:boot()",
                "b:run 't = false' b:mark()",
                "b:run 't = {}'",
                "local free, live, peak = b:heap()",
                "check(live > 0 and live < peak and free > 29000)",
                "b:run 't = false'",
                "check(select(2, b:heap()) == 0)");
    }

    @Test
    void filesSurviveThePowerCycleOfTheirBoardAlone() {
        run(
                "local a, b = board():boot(), board():boot()",
                "a:write('f', 'caf\\195\\169') a:run 'x = 1'",
                "a:powercycle()",
                "check(a:read 'f' == 'caf\\195\\169' and a:files().f == 5)",
                "check(a:run 'print(x)' == 'nil\\n')",
                "check(b:read 'f' == nil)",
                "a:poweroff()",
                "check(not pcall(a.type, a, '=1'))");
    }

    @Test
    void pathsAreRelativeToTheScript() throws IOException {
        Files.createDirectories(folder.resolve("web"));
        Files.writeString(folder.resolve("web/a.txt"), "hello");
        Files.writeString(folder.resolve("twice.lua"), "return 2 * ...");
        run(
                "local b = board{files = '.', fast = {'twice.lua'}}:boot()",
                "check(b:read 'web/a.txt' == 'hello')",
                "check(b:run 'print(fast.twice(21))' == '42\\n')");
    }

    @Test
    void errorsNameFileAndLine() {
        assertEquals("s.lua:2: boom", failure("", "error 'boom'"));
        assertEquals("s.lua:2: boom", failure("local function f()", "error 'boom'", "end", "f()"));
        assertEquals("s.lua:1: boom", failure("coroutine.wrap(function() error 'boom' end)()"));
        assertEquals("s.lua:1: check failed", failure("check(1 == 2)"));
        assertEquals("s.lua:1: too big", failure("check(false, 'too big')"));
        assertTrue(failure("", "x = = 1").startsWith("s.lua:2: "));
        assertEquals(
                "s.lua:2: expected 'yes', but nothing is pending and the board has printed:\n    no\n    >",
                failure("local b = board():boot() b:output() b:type [[print 'no']]", "b:expect 'yes'"));
        assertEquals("s.lua:1: run:1: why", failure("local b = board():boot() b:run [[error 'why']]"));
    }

    @Test
    void bytesPassUnchanged() {
        String arrow = "\u00e2\u0086\u0092"; // UTF-8, each byte one character
        assertEquals(
                arrow + "\t" + arrow + "\n\n",
                run("print('" + arrow + "', board():boot():run [[print '" + arrow + "']])"));
        assertEquals("s.lua:1: run:1: \u2192", failure("board():boot():run [[error '" + arrow + "']]"));
    }

    @Test
    void endlessRecursionIsAnErrorOfTheScript() {
        assertEquals(
                "s.lua: stack overflow; does a function call itself for ever?",
                failure("local function f() return 1 + f() end f()"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "board{hepa = 1} | board has no option 'hepa'; it takes heap, files, lfs, fast, wifi, ip",
                "board{heap = 'x'} | board option 'heap' must be a number of bytes, not 'x'",
                "board{wifi = 'home'} | board option 'wifi' must be 'SSID:PASSWORD', not 'home'",
                "board{files = true} | board option 'files' must be a string, not boolean",
                "board{files = 'none'} | none: no such file or folder",
                "board{fast = 'none.lua'} | none.lua: no such file or folder",
                "board().boot() | no board given; call it as b:boot(...)",
                "board():type 'x' | the board is off or asleep; boot it first",
                "board():boot():advance(-1) | a time is a number of seconds from 0 to 1e9, not -1",
            })
    void mistakesAreExplained(String script, String message) {
        assertEquals("s.lua:1: " + message, failure("local b = " + script));
    }

    @Test
    void theHostIsOutOfReach() {
        assertEquals(
                "nil\tnil\tnil\tnil\tnil\tnil\n",
                run("print(io, os, luajava, require or package, dofile or loadfile, debug)"));
    }
}
