package org.perilune.runtime.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** io and os. */
class HostLibTest {
    @TempDir
    Path folder;

    private Bench bench(String input) {
        return new Bench(16 << 20, folder, input);
    }

    @Test
    void filesAreWrittenAndRead() {
        Bench bench = bench("");
        bench.run("local f = io.open('a.txt', 'w') f:write('one\\n', 2, '\\nthree') f:close()");
        assertEquals(
                "one|2|three|",
                bench.results("local s = '' for l in io.lines('a.txt') do s = s .. l .. '|' end return s"));
        assertEquals(
                "one 2 \nth ree nil",
                bench.results("local f = io.open('a.txt') return f:read('*l', '*n', 3, '*a', '*l')"));
        assertEquals(
                "4 2 11",
                bench.results(
                        "local f = io.open('a.txt', 'r+') " + "return f:seek('set', 4), f:read(1), f:seek('end')"));
        bench.run("local f = io.open('a.txt', 'a') f:write('!') f:close()");
        assertEquals("11 !", bench.results("local f = io.open('a.txt') return f:seek('end', -1), f:read('*a')"));
    }

    @Test
    void filesTellTheirState() {
        Bench bench = bench("");
        assertEquals("nil none: No such file or directory 2", bench.results("return io.open('none')"));
        assertEquals(
                "file closed file nil",
                bench.results(
                        "local f = io.open('x', 'w') local a = io.type(f) f:close() return a, io.type(f), io.type(1)"));
        assertEquals(
                "false t:1: attempt to use a closed file", bench.results("local f = io.open('x') f:close() f:read()"));
        assertEquals("nil cannot close standard file", bench.results("return io.stdout:close()"));
    }

    @Test
    void standardStreamsAreTheHosts() {
        Bench bench = bench("first\n12 rest");
        assertEquals("first 12  rest", bench.results("return io.read('*l', '*n', '*a')"));
        bench.run("io.write('a', 1) io.stderr:write('!') print('b', nil)");
        assertEquals("a1!b\tnil\n", bench.printed());
    }

    @Test
    void outputCanBeRedirected() {
        Bench bench = bench("");
        bench.run("io.output('o.txt') io.write('text') io.close()");
        assertEquals("text", bench.results("io.input('o.txt') return io.read('*a')"));
    }

    @Test
    void timesAreThoseOfTheCLocale() {
        Bench bench = bench("");
        assertEquals("Thu Jan  1 00:00:00 1970 01/01/70 001 00", bench.results("return os.date('!%c %x %j %U', 0)"));
        assertEquals("1 1970 5", bench.results("local t = os.date('!*t', 0) return t.day, t.year, t.wday"));
        assertEquals(
                "86400", bench.results("return os.time{year=2001,month=1,day=32} - os.time{year=2001,month=1,day=31}"));
        assertEquals("false t:1: field 'day' missing in date table", bench.results("os.time{year=2001}"));
    }

    @Test
    void filesAreMovedAndRemoved() {
        Bench bench = bench("");
        bench.run("io.open('x', 'w'):close()");
        assertEquals("true true", bench.results("return os.rename('x', 'y'), os.remove('y')"));
        assertEquals("nil y: No such file or directory 2", bench.results("return os.remove('y')"));
    }

    @Test
    void exitPassesProtectedCalls() {
        HostExit exit = assertThrows(HostExit.class, () -> bench("").run("pcall(os.exit, 3)"));
        assertEquals(3, exit.code());
    }
}
