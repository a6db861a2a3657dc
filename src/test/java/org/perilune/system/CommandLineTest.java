package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line as scripts use it: pipes, exit codes, one clear line for each fault. */
class CommandLineTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void assertFails(int exitCode, String message, Command command) {
        assertAll(
                () -> assertEquals(message + "\n", command.errors()),
                () -> assertEquals(exitCode, command.exitCode(), "exit code"));
    }

    @Test
    void aPipedLineIsAnsweredAndTheCommandEnds() {
        Command command = Command.run(folder, "=node.heap()\n", "run", "--exit-idle");
        assertEquals(0, command.exitCode());
        assertTrue(command.output().endsWith("\n> 40616\n> "), command.output());
        assertEquals("", command.errors());
    }

    @Test
    void theHeapIsWhatTheUserAsksFor() {
        Command command = Command.run(folder, "=node.heap()\n", "run", "--exit-idle", "--heap", "44K");
        assertTrue(command.output().endsWith("\n> 45056\n> "), command.output());
    }

    @Test
    void linesGivenAsOptionsAreTyped() {
        Command command = Command.run(folder, "", "run", "--exit-idle", "-e", "=1+1", "-e", "=2+2");
        assertTrue(command.output().endsWith("\n> 2\n> 4\n> "), command.output());
    }

    @Test
    void anInitFileFromTheFolderRuns() throws IOException {
        file("init.lua", "print('from init', file.exists('www/a.html'))");
        Files.createDirectories(folder.resolve("www"));
        file("www/a.html", "<p>");
        Command command = Command.run(folder, "", "run", "--exit-idle", ".");
        assertTrue(command.output().contains("\nfrom init\ttrue\n"), command.output());
    }

    @Test
    void ownModulesComeOutOfFastBeforeTheBundledOnes() throws IOException {
        file("hello.lua", "return 'mine', ...");
        Command command = Command.run(folder, "print(fast.hello(7))\n", "run", "--exit-idle", "--fast", "hello.lua");
        assertTrue(command.output().endsWith("\n> mine\t7\n> "), command.output());
    }

    @Test
    void aFileRunsOnABoardInVirtualTime() throws IOException {
        file("day.lua", "tmr.create():alarm(3600000, 0, function() print('an hour later', node.heap() > 30000) end)");
        Command command = Command.run(folder, "", "exec", "day.lua");
        assertEquals("an hour later\ttrue\n", command.output());
        assertEquals(0, command.exitCode());
    }

    @Test
    void whatAFilePrintsAtOnceIsShownAndNothingElse() throws IOException {
        file("now.lua", "print('hello', ...) uart.write(0, '> ') print'there'");
        Command command = Command.run(folder, "", "exec", "now.lua", "you");
        assertEquals("hello\tyou\n> there\n", command.output());
        assertEquals(0, command.exitCode());
    }

    @Test
    void aProgramThatRestartsTheBoardIsAllThatIsShown() throws IOException {
        file("later.lua", "print'a' tmr.create():alarm(100, 0, function() print'b' node.restart() end)");
        Command later = Command.run(folder, "", "exec", "later.lua");
        assertEquals("a\nb\n", later.output());
        assertEquals(0, later.exitCode());
        file("now.lua", "print'a' node.startupcommand\"print'b' node.startupcommand'='\" node.restart() print'end'");
        Command now = Command.run(folder, "", "exec", "now.lua");
        assertEquals("a\nend\nb\n", now.output());
        assertEquals(0, now.exitCode());
    }

    @Test
    void aFileRunsOnABareMachineWithItsArguments() throws IOException {
        file("bare.lua", "io.write(..., ' ', select('#', ...), '\\n') print(node.heap)");
        Command command = Command.run(folder, "", "exec", "--bare", "bare.lua", "a", "b");
        assertEquals("a 2\nnil\n", command.output());
        Command options = Command.run(folder, "", "exec", "--bare", "bare.lua", "-o", "--out=b", "--heap", "30K");
        assertTrue(options.output().startsWith("-o 2\n"), options.output());
    }

    /** As in the host tool: there a function of its own calls the program. */
    @Test
    void underABareProgramLiesANativeFunction() throws IOException {
        file("trace.lua", "local function f() print(debug.traceback('here')) end\nf()");
        Command command = Command.run(folder, "", "exec", "--bare", "trace.lua");
        assertEquals("""
                here
                stack traceback:
                \ttrace.lua:1: in function <trace.lua:1>
                \ttrace.lua:2: in main chunk
                \t[C]: ?
                """, command.output());
    }

    @Test
    void aProgramMayComeByStandardInput() {
        String program = "#!lua\nprint(...) error('boom')";
        for (String how : new String[] {"exec - you", "exec --bare - you"}) {
            Command command = Command.run(folder, program, how.split(" ", -1));
            assertEquals("you\n", command.output());
            assertTrue(command.errors().startsWith("perilune: stdin:2: boom\n"), command.errors());
            assertEquals(1, command.exitCode());
        }
    }

    @Test
    void bytecodeMayGoByPipes() throws IOException {
        Command compiled = Command.run(folder, "print('piped')", "luac", "-o", "-", "-");
        assertEquals("\033Lua", compiled.output().substring(0, 4));
        assertEquals(
                "piped\n", Command.run(folder, compiled.output(), "exec", "-").output());
        Command image = Command.run(folder, "return 1", "luac", "-f", "-o", "-", "-");
        assertTrue(image.errors().matches("Image size: [0-9]+\n"), image.errors());
        assertTrue(!image.output().contains("Image size"), image.output());
    }

    @Test
    void filesOfAnImageMayGoByPipes() {
        String content = "\0\r\n\u00ff\u00e9 not UTF-8";
        Command.run(folder, "", "fs", "format", "x.img", "--size", "64K");
        assertEquals(
                "put        a/b (" + content.length() + " bytes)\n",
                Command.run(folder, content, "fs", "put", "x.img", "-", "a/b").output());
        Command got = Command.run(folder, "", "fs", "get", "x.img", "a/b", "-");
        assertEquals(content, got.output());
        assertEquals(0, got.exitCode());
        assertFails(
                2,
                "perilune: 'a/' stands for many files, and - takes one; name a folder",
                Command.run(folder, "", "fs", "get", "x.img", "a/", "-"));
        for (String wrong : new String[] {"-", "- a/", "- b c"}) {
            assertFails(
                    2,
                    "perilune: - is the standard input, one file: give its name on the board, and no more",
                    Command.run(folder, content, ("fs put x.img " + wrong).split(" ", -1)));
        }
    }

    @Test
    void anErrorOfTheProgramIsOneLineAndATraceback() throws IOException {
        file("bad.lua", "local x = 1\nerror('boom')");
        for (String[] how : new String[][] {{"exec", "bad.lua"}, {"exec", "--bare", "bad.lua"}}) {
            Command command = Command.run(folder, "", how);
            assertTrue(command.errors().startsWith("perilune: bad.lua:2: boom\n"), command.errors());
            assertEquals(1, command.exitCode());
        }
    }

    @Test
    void anErrorInACallbackFailsTheRun() throws IOException {
        file("later.lua", "tmr.create():alarm(10, 0, function() error('late') end)");
        Command command = Command.run(folder, "", "exec", "later.lua");
        assertTrue(command.errors().startsWith("perilune: later.lua:1: late\n"), command.errors());
        assertEquals(1, command.exitCode());
    }

    @Test
    void aTaskWithoutEndFailsTheRun() throws IOException {
        file("loop.lua", "while true do end");
        Command command = Command.run(folder, "", "exec", "loop.lua");
        assertEquals(1, command.exitCode());
        assertTrue(
                command.errors().startsWith("perilune: loop.lua: the board's watchdog has reset it"), command.errors());
    }

    @Test
    void aSyntaxErrorNamesFileAndLine() throws IOException {
        file("syntax.lua", "x = 1\ny = = 2\n");
        Command command = Command.run(folder, "", "exec", "syntax.lua");
        assertTrue(
                command.errors().startsWith("perilune: syntax.lua:2: unexpected symbol near '='\n"), command.errors());
        assertEquals(1, command.exitCode());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertFails(2, "perilune: no.lua: no such file or folder", Command.run(folder, "", "exec", "no.lua"));
        assertFails(2, "perilune: nodir: no such file or folder", Command.run(folder, "", "run", "nodir"));
        assertFails(2, "perilune: nofast: no such file or folder", Command.run(folder, "", "run", "--fast", "nofast"));
        assertFails(2, "perilune: no.lua: no such file or folder", Command.run(folder, "", "heap", "load", "no.lua"));
    }

    @Test
    void whatIsUnknownIsRefusedWithAPointerToHelp() {
        Command option = Command.run(folder, "", "run", "--bogus");
        assertEquals(2, option.exitCode());
        assertTrue(option.errors().startsWith("perilune: Unknown option: '--bogus'"), option.errors());
        Command heap = Command.run(folder, "", "run", "--heap", "lots");
        assertEquals(2, heap.exitCode());
        assertEquals(1, heap.errors().lines().count(), heap.errors());
        Command map = Command.run(folder, "", "run", "--map", "99999:1");
        assertEquals(2, map.exitCode());
        assertEquals(1, map.errors().lines().count(), map.errors());
    }

    @Test
    void aMarkerInTheWrongPlaceNamesFileAndLine() throws IOException {
        file("cut.lua", "-- no module yet\n--[[SPLIT HERE piece]]\nreturn x\n");
        Command command = Command.run(folder, "", "run", "--fast", "cut.lua");
        assertTrue(command.errors().startsWith("perilune: cut.lua:2: "), command.errors());
        assertEquals(1, command.errors().lines().count(), command.errors());
    }

    @Test
    void aHeapTooSmallToBootIsOneLine() {
        Command command = Command.run(folder, "", "run", "--heap", "0", "--exit-idle");
        assertEquals(1, command.errors().lines().count(), command.errors());
        assertEquals(2, command.exitCode());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anOutputThatCannotBeWrittenIsAFailure() throws IOException {
        file("now.lua", "print('hello')");
        Command.run(folder, "", "fs", "format", "x.img", "--size", "64K");
        Command.run(folder, "", "fs", "put", "x.img", "now.lua");
        for (String line : List.of(
                "--help",
                "fs ls x.img",
                "luac -l -p now.lua",
                "exec now.lua",
                "exec --bare now.lua",
                "run --exit-idle -e =1",
                "scenario now.lua")) {
            Command command = Command.runInto(Path.of("/dev/full"), folder, line.split(" ", -1));
            assertFails(1, "perilune: standard output: No space left on device", command);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aReaderThatHasEnoughIsToldNothing() throws IOException {
        file("long.lua", "for i = 1, 1e5 do print('line', i) end");
        Command command = Command.runInto(List.of("head", "-n", "1"), folder, "exec", "--bare", "long.lua");
        assertEquals("", command.errors());
        assertEquals(1, command.exitCode());
    }

    @Test
    void everyCommandHasHelp() {
        for (String name : new String[] {"run", "exec", "heap", "luac", "lfs", "fs", "diet", "split"}) {
            Command command = Command.run(folder, "", name, "--help");
            assertEquals(0, command.exitCode());
            assertTrue(command.output().contains("Usage: perilune " + name), command.output());
        }
    }
}
