package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.perilune.board.BoardException;
import org.perilune.board.Chip;
import org.perilune.flash.chip.NorChip;

/** A whole board on a flash chip. */
class FlashChipTest {
    private static final String FORMATTING = "Formatting file system. Please wait...\n";

    private final NorChip flash = NorChip.inMemory();

    @Test
    void aNewChipIsDividedAndFormattedAtTheFirstBootOnly() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            assertTrue(session.boot().contains(FORMATTING));
            assertEquals("40616\n", session.type("=node.heap()"));
            assertEquals("4194304\n", session.type("=node.flashsize()"));
            assertEquals("1048576\t1048576\n", session.type("=file.fscfg()"));
            assertEquals(
                    "655360\t65536\t1048576\t1048576\n",
                    session.type(
                            "p=node.getpartitiontable() print(p.lfs_addr,p.lfs_size,p.spiffs_addr,p.spiffs_size)"));
            assertEquals("0\ttrue\n", session.type("r,u,t=file.fsinfo() print(u,r+u==t)"));
            session.type("file.putcontents('init.lua','print(\"from flash\")')");
            session.board().powerOff();
        }
        try (Session session = Session.off(Chip.of(NorChip.ofDump(flash.dump())))) {
            String text = session.boot();
            assertFalse(text.contains(FORMATTING));
            assertTrue(text.endsWith("from flash\n> "), text);
        }
    }

    @Test
    void readingChangesNothingInFlash() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.with("a", "text").boot();
            byte[] before = flash.dump();
            assertEquals("text\t4\n", session.type("print(file.getcontents('a'),file.stat('a').size)"));
            assertArrayEquals(before, flash.dump());
        }
    }

    @Test
    void fourFilesMayBeOpenAndNamesMayHave31Bytes() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.boot();
            session.type("t={} for i=1,4 do t[i]=file.open('f'..i,'w') end");
            assertEquals("nil\n", session.type("=file.open('f5','w')"));
            session.type("t[4]:close()");
            assertEquals("true\n", session.type("=file.putcontents(('x'):rep(31),'1')"));
            assertTrue(session.type("file.open(('x'):rep(32),'w')").contains("filename invalid"));
            assertEquals("false\n", session.type("=file.rename('f1','f2')"));
        }
    }

    @Test
    void howTheBoardStartsIsKeptInFlash() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.boot();
            assertEquals("true\n", session.type("=node.startupcommand('=print(6*7)')"));
            assertEquals("false\n", session.type("=node.startupcommand(('x'):rep(256))"));
            session.type("node.startup{banner=false,frequency=160}");
        }
        try (Session session = Session.off(Chip.of(NorChip.ofDump(flash.dump())))) {
            assertEquals("No LFS image loaded\n42\n> ", session.boot());
            assertEquals("160\n", session.type("=node.getcpufreq()"));
            session.type("node.startup{}");
            assertEquals("nil\ttrue\n", session.type("s=node.startup() print(s.command,s.banner)"));
            session.board().powerOff();
            assertTrue(session.boot().endsWith("cannot open init.lua: \n> "));
        }
    }

    @Test
    void aChipTooSmallForABoardIsRefused() {
        BoardException refused = assertThrows(BoardException.class, () -> Chip.of(NorChip.inMemory(1 << 20)));
        assertEquals(
                "a flash chip of 1048576 bytes cannot be divided for a board: Partition value out of range",
                refused.getMessage());
    }

    @Test
    void aNewChipInMemoryIsFormattedInTheFactory() {
        try (Session session = Session.off(Chip.inMemory())) {
            assertFalse(session.boot().contains(FORMATTING));
        }
    }
}
