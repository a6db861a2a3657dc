package org.perilune.runtime.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as chunks and modules. */
class PackageLibTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(16 << 20, folder, "");
    }

    private void file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void dofileRunsAFileAndGivesItsResults() throws IOException {
        file("two.lua", "return 1, 'two'");
        assertEquals("1 two", bench.results("return dofile('two.lua')"));
        assertEquals("function", bench.results("return loadfile('two.lua')"));
        assertEquals(
                "nil cannot open none.lua: No such file or directory", bench.results("return loadfile('none.lua')"));
    }

    @Test
    void firstLineForAnInterpreterCountsAsEmpty() throws IOException {
        file("shebang.lua", "#!/usr/bin/lua\nerror('here')");
        assertEquals("false shebang.lua:2: here", bench.results("dofile('shebang.lua')"));
        file("only.lua", "#!/usr/bin/lua");
        assertEquals("", bench.results("return dofile('only.lua')"));
        bench.run("local f = io.open('code.lc', 'w') "
                + "f:write('#!\\n', string.dump(function() return 'bytecode' end)) f:close()");
        assertEquals("bytecode", bench.results("return dofile('code.lc')"));
    }

    @Test
    void requireLoadsAModuleOnce() throws IOException {
        file("counter.lua", "n = (n or 0) + 1 return {name = ..., n = n}");
        assertEquals(
                "counter 1 true",
                bench.results("local m = require 'counter' return m.name, m.n, m == require 'counter'"));
        file("sub/part.lua", "return 'part of ' .. ...");
        assertEquals("part of sub.part", bench.results("return require 'sub.part'"));
        file("plain.lua", "x = 1");
        assertEquals("true true", bench.results("return require 'plain', package.loaded.plain"));
    }

    @Test
    void requireTellsWhereItLooked() {
        assertEquals(
                "false t:1: module 'none' not found:\n\tno field package.preload['none']\n\tno file 'none.lc'"
                        + "\n\tno file 'none.lua'",
                bench.results("require 'none'"));
    }

    @Test
    void requireNoticesLoopsAndErrors() throws IOException {
        file("loop.lua", "require 'loop'");
        assertEquals(
                "false error loading module 'bad' from file 'bad.lua':\n\tbad.lua:1: '=' expected near '<eof>'",
                requireBad());
        assertEquals("false loop.lua:1: loop or previous error loading module 'loop'", bench.results("require 'loop'"));
    }

    private String requireBad() throws IOException {
        file("bad.lua", "x");
        return bench.results("local ok, e = pcall(require, 'bad') return ok, e");
    }

    @Test
    void moduleMakesTheCallersEnvironment() {
        assertEquals(
                "a.b.c a.b. 5 table",
                bench.results(""
                        + "(function() module('a.b.c', package.seeall) x = 5 end)() "
                        + "local m = a.b.c return m._NAME, m._PACKAGE, m.x, type(package.loaded['a.b.c'])"));
        assertEquals("false t:1: name conflict for module '_VERSION.x'", bench.results("module('_VERSION.x')"));
    }
}
