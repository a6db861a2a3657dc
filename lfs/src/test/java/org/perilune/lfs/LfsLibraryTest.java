package org.perilune.lfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.perilune.runtime.value.LuaClosure;

class LfsLibraryTest {
    private final TestBoard board = new TestBoard(new MemoryRegion(TestBoard.LFS_AT, 65536));

    private void install() {
        LfsBuilder builder = new LfsBuilder().time(Goldens.TIME);
        builder.add("@counter.lua", Goldens.text("local n = 0 return function() n = n + 1 return n end"));
        builder.add("@greet.lua", Goldens.text("local who = ... return 'hello, ' .. (who or 'nobody')"));
        builder.add("@a.b.lua", Goldens.text("return 'a long text that lies in flash and only there'"));
        board.store.install(builder.relocatable());
        assertEquals("", board.start(1 << 20));
    }

    @Test
    void withoutAnImageThereIsNothing() {
        assertNull(board.run("return LFS.get'x'"));
        assertNull(board.run("return LFS.list()"));
        assertNull(board.run("return LFS.time"));
        assertNull(board.run("return LFS.x"));
        assertEquals("0", board.run("return LFS.config.lfs_used"));
        assertEquals("65536", board.run("return LFS.config.lfs_size"));
        assertEquals("No LFS image loaded\n", board.store.boot());
    }

    @Test
    void modulesRunFromFlash() {
        install();
        assertEquals("hello, board", board.run("return LFS.get'greet''board'"));
        assertEquals("hello, nobody", board.run("return LFS.greet()"));
        assertEquals("2", board.run("local c = LFS.counter() c() return c()"));
        assertNull(board.run("return LFS.get'nobody'"));
        assertNull(board.run("return LFS.get()"));
        assertEquals("1700000000", board.run("return LFS.time"));
        assertEquals(String.valueOf(0x40200000 + TestBoard.LFS_AT), board.run("return LFS.config.lfs_mapped"));
        assertEquals(String.valueOf(TestBoard.LFS_AT), board.run("return LFS.config.lfs_base"));
        board.run("table = {sort = function(t) t[1], t[2], t[3] = t[3], t[1], t[2] end}");
        assertEquals("a counter greet", board.run("local l = LFS.list() return l[1]..' '..l[2]..' '..l[3]"));
    }

    @Test
    void aModuleCostsItsClosureAndNothingElse() {
        install();
        board.run("return LFS.get'a'");
        board.lua.vm().collector().fullCollect();
        long before = board.heap.luaBytes();
        long device = board.heap.deviceUsed();
        board.lua.push("a");
        LfsLibrary.get(board.lua);
        LuaClosure closure = (LuaClosure) board.lua.refAt(-1);
        board.lua.vm().collector().fullCollect();
        assertEquals(20, board.heap.luaBytes() - before);
        assertEquals(40, board.heap.deviceUsed() - device);
        assertSame(board.store.image().modules().get(2), closure.proto);
    }

    @Test
    void textsOfTheImageCostNothingWhereverTheyComeFrom() {
        install();
        board.lua.vm().collector().fullCollect();
        long before = board.heap.luaBytes();
        board.lua.vm().strings().intern("a long text that lies in flash and only there");
        assertEquals(before, board.heap.luaBytes());
    }
}
