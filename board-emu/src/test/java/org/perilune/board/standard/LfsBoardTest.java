package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;
import org.perilune.lfs.LfsBuilder;

/** A board that runs modules from its LFS region. */
class LfsBoardTest {
    private static final String NONE = "No LFS image loaded\n";

    private final Chip chip = Chip.inMemory();
    private final Session session = Session.off(chip);

    @AfterEach
    void close() {
        session.close();
    }

    private static byte[] image(String name, String text) {
        return new LfsBuilder()
                .time(1_700_000_000)
                .add("@" + name + ".lua", text.getBytes(StandardCharsets.ISO_8859_1))
                .relocatable();
    }

    private Session withImageFile(String name, String text) {
        chip.files().write("lfs.img", image(name, text));
        return session;
    }

    @Test
    void anEmptyRegionIsToldAtBootAndHasNoModules() {
        String text = session.boot();
        assertTrue(text.startsWith(NONE), text);
        assertTrue(text.contains("LFS: 0x10000 bytes total capacity"), text);
        assertEquals("40616\n", session.type("=node.heap()"));
        assertEquals("nil\tnil\tnil\tnil\n", session.type("l=node.LFS print(l.get'x',l.x,l.list(),l.time)"));
        assertEquals(
                "655360\t1076494336\t65536\t0\n",
                session.type("i=node.info'lfs' print(i.lfs_base,i.lfs_mapped,i.lfs_size,i.lfs_used)"));
        assertEquals("65536\n", session.type("=node.info'build_config'.lfs_size"));
    }

    @Test
    void reloadingRestartsIntoTheNewImage() {
        withImageFile("greet", "local who = ... return 'hello, ' .. who").boot();
        String text = session.type("node.LFS.reload'lfs.img' print'never'");
        assertTrue(text.startsWith("LFS region updated.  Restarting.\n\nNodeMCU"), text);
        assertEquals("4\t3\n", session.type("=node.bootreason()"));
        assertEquals("hello, you\n", session.type("=node.LFS.get'greet''you'"));
        assertEquals("hello, me\thello, us\n", session.type("=node.LFS.greet'me',node.flashindex'greet''us'"));
        assertEquals("1700000000\n", session.type("=node.LFS.time"));
        assertEquals("1\tgreet\n", session.type("l=node.LFS.list() print(#l,l[1])"));
        assertEquals("true\n", session.type("=node.LFS.config.lfs_used>0"));
        session.board().powerCycle();
        session.board().runUntilIdle();
        session.take();
        assertEquals("hello, again\n", session.type("=node.LFS.greet'again'"));
    }

    @Test
    void modulesAreFoundByRequireOnceALoaderLooksForThem() {
        chip.lfs().install(image("m", "return {name = ...}"));
        session.boot();
        session.type("package.loaders[3]=function(n) return node.LFS.get(n) end");
        assertEquals("m\n", session.type("=require'm'.name"));
    }

    @Test
    void aModuleCostsItsClosureWhileItsTextWouldCostAll() {
        String text = "local t = {} " + "t[#t + 1] = 'some text of the module' .. #t ".repeat(100) + "return t";
        chip.lfs().install(image("big", text));
        session.with("big2.lua", text).boot();
        session.type("f=0 g=0");
        long before = heap();
        session.type("f=node.LFS.get'big'");
        assertEquals(40, before - heap());
        long afterFirst = heap();
        session.type("g=loadfile'big2.lua'");
        long cost = afterFirst - heap();
        assertTrue(cost > 2000, "cost " + cost);
    }

    private long heap() {
        session.type("collectgarbage()");
        return Long.parseLong(session.type("=node.heap()").trim());
    }

    @Test
    void whatIsRefusedIsSaidAndTheOldImageStays() {
        chip.lfs().install(image("old", "return 'old'"));
        session.with("text.img", "no image at all, but long enough to be looked at ".repeat(9))
                .boot();
        assertEquals("read error on LFS image file\n", session.type("=node.LFS.reload'text.img'"));
        assertTrue(session.type("=node.flashreload'none.img'").endsWith("\nLFS image file not found\n"));
        withImageFile("new", "return 'new'");
        session.type("s={} for i=1,20 do s[i]=('x'):rep(900)..i end");
        assertEquals("Memory allocation error\n", session.type("=node.LFS.reload'lfs.img'"));
        assertEquals("old\n", session.type("=node.LFS.old()"));
    }

    @Test
    void whatLiesInFlashIsNotStripped() {
        withImageFile("greet", "return 'hello'").boot();
        session.type("node.LFS.reload'lfs.img'");
        assertEquals("-1\n", session.type("=node.stripdebug(3,node.LFS.get'greet')"));
    }
}
