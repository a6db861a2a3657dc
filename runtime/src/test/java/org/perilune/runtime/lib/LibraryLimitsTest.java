package org.perilune.runtime.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.perilune.runtime.heap.Heap;

/** Nothing that a script does may hurt the host: it ends in a Lua error. */
class LibraryLimitsTest {
    /** Runs a chunk on a small heap of its own, which is collected when it is full. */
    private static String results(String source) {
        Bench bench = new Bench(200_000, Path.of("."), "");
        bench.heap.mode(Heap.ON_ALLOC_FAILURE, 0);
        return bench.results(source);
    }

    @Test
    void textsEndWhereTheHeapEnds() {
        assertEquals("false not enough memory", results("return ('x'):rep(1e9)"));
        assertEquals("false not enough memory", results("return (('x'):rep(1e4):gsub('x', ('y'):rep(1e4)))"));
        assertEquals("false not enough memory", results("local t = {} for i = 1, 1e9 do t[i] = {} end"));
        assertEquals("", results("return (''):rep(2e9)"));
    }

    @Test
    void patternsNestOnlySoDeep() {
        String deep = "return ('a'):rep(300):find(('a?'):rep(300))";
        assertEquals("false t:1: pattern too complex", results(deep));
        assertEquals("1 150", results("return ('a'):rep(150):find(('a?'):rep(150))"));
        assertEquals("1 30000", results("return ('a'):rep(30000):find('^.-b?$')"));
    }

    @Test
    void recursionThroughLibrariesEnds() {
        String[] functions = {
            "local function f() return pcall(f) end return (select('#', f()))",
            "local function f() return ('x'):gsub('x', f) end return f()",
            "local t = setmetatable({}, {}) getmetatable(t).__tostring = tostring return tostring(t)",
            "local function f() table.sort({1, 2}, f) end return f()",
            "local function f() return coroutine.wrap(f)() end return f()",
            "local function f() return loadstring('return ...')(f()) end return f()",
            "local function f() return require(f()) end return f()",
            "local function f() return load(f) end return f()",
            "local function f() return xpcall(f, f) end return type(f())",
        };
        for (String function : functions) {
            assertTrue(!results(function).isEmpty(), function);
        }
    }

    @Test
    void stackOfNativeFunctionsIsBounded() {
        assertEquals("false t:1: too many results to unpack", results("return unpack({}, 1, 1e6)"));
        assertEquals(
                "false t:1: stack overflow (string slice too long)", results("return ('x'):rep(9000):byte(1, -1)"));
        assertEquals(
                "false t:1: stack overflow (too many values to format)",
                new Bench().results("local t = {} for i = 1, 9000 do t[i] = i end return '%d' % t"));
    }

    @Test
    void wrongOrderFunctionsEndInAnError() {
        assertEquals(
                "false invalid order function for sorting",
                results("return pcall(table.sort, {3, 1, 2, 5, 4, 7, 6}, function() return true end)"));
    }
}
