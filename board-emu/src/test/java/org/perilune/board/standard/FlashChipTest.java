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

    private static final String TABLE =
            "p=node.getpartitiontable() print(p.lfs_addr,p.lfs_size,p.spiffs_addr,p.spiffs_size)";

    @Test
    void aNewPartitionTableRestartsTheBoardAndCountsThen() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.with("a", "text").boot();
            String text = session.type("node.setpartitiontable{lfs_size=0x20000} print'never'");
            assertFalse(text.contains(FORMATTING), text);
            assertTrue(text.contains("LFS: 0x20000 bytes total capacity"), text);
            assertEquals("4\t3\n", session.type("=node.bootreason()"));
            assertEquals("655360\t131072\t1048576\t1048576\n", session.type(TABLE));
            assertEquals("text\n", session.type("=file.getcontents'a'"));
        }
        try (Session session = Session.off(Chip.of(NorChip.ofDump(flash.dump())))) {
            session.boot();
            assertEquals("655360\t131072\t1048576\t1048576\n", session.type(TABLE));
        }
    }

    @Test
    void filesThatMoveAreFormattedAnew() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.with("a", "text").boot();
            String text = session.type("node.setpartitiontable{spiffs_addr=0x200000,spiffs_size=0x80000}");
            assertTrue(text.contains(FORMATTING), text);
            assertEquals("2097152\t524288\n", session.type("=file.fscfg()"));
            assertEquals("false\n", session.type("=file.exists'a'"));
            assertEquals("true\n", session.type("=file.putcontents('b','new')"));
            // What lay at the old place is there still.
            assertFalse(
                    session.type("node.setpartitiontable{spiffs_size=0x100000}").contains(FORMATTING));
            assertEquals("text\tfalse\n", session.type("=file.getcontents'a',file.exists'b'"));
        }
    }

    @Test
    void aBoardCanDoWithoutLfsAndWithoutFiles() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.with("a", "text").boot();
            session.type("node.setpartitiontable{lfs_size=0}");
            assertEquals("0\t0\t1048576\t1048576\n", session.type(TABLE));
            assertEquals("No LFS partition allocated\n", session.type("=node.LFS.reload'a'"));
            String text = session.type("node.setpartitiontable{lfs_size=0x10000,spiffs_size=0}");
            assertTrue(text.endsWith("cannot open init.lua: \n"), text);
            assertEquals("655360\t65536\t0\t0\n", session.type(TABLE));
            assertEquals("nil\n", session.type("=file.open('a','w')"));
            assertTrue(session.type("=file.fsinfo()").contains("file system failed"));
            assertTrue(session.type("file.format()").contains("Failed to format file system"));
            session.type("node.setpartitiontable{spiffs_size=0x100000}");
            assertEquals("text\n", session.type("=file.getcontents'a'"));
        }
    }

    @Test
    void aPartitionTableThatDoesNotFitIsRefusedAndTheBoardRunsOn() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.boot();
            byte[] before = flash.dump();
            refused(session, "{lfs_size=0x1800}", "Partition value out of range");
            refused(session, "{lfs_addr=0x8000}", "Partition value out of range");
            refused(session, "{spiffs_size=0x400000}", "Partition value out of range");
            refused(session, "{lfs=1}", "bad argument #1 to 'setpartitiontable' (invalid partition setting)");
            refused(session, "{lfs_size='x'}", "bad argument #1 to 'setpartitiontable' (invalid partition setting)");
            refused(session, "{0x10000}", "bad argument #1 to 'setpartitiontable' (invalid partition setting)");
            refused(session, "'lfs'", "bad argument #1 to 'setpartitiontable' (must be table)");
            assertArrayEquals(before, flash.dump());
        }
    }

    private static void refused(Session session, String argument, String message) {
        String text = session.type("node.setpartitiontable" + argument);
        assertTrue(text.startsWith("Lua error: \t") && text.contains(message), text);
    }

    @Test
    void whatTheRadioAndTheAnalogueInputKeepSurvives() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.boot();
            session.type("wifi.setmode(3) wifi.setphymode(wifi.PHYMODE_G)");
            session.type("wifi.sta.config{ssid='home',pwd='12345678',bssid='01:02:03:04:05:06'}");
            session.type("wifi.ap.config{ssid='board',pwd='87654321',channel=11,hidden=true}");
            session.type("wifi.sta.config{ssid='away',pwd='',save=false}");
            assertEquals("true\n", session.type("=adc.force_init_mode(adc.INIT_VDD33)"));
        }
        try (Session session = Session.off(Chip.of(NorChip.ofDump(flash.dump())))) {
            session.boot();
            assertEquals("3\t2\n", session.type("=wifi.getdefaultmode(),wifi.getphymode()"));
            assertEquals("home\t12345678\t1\t01:02:03:04:05:06\n", session.type("=wifi.sta.getconfig()"));
            assertEquals(
                    "board\t87654321\t11\ttrue\n",
                    session.type("c=wifi.ap.getconfig(true) print(c.ssid,c.pwd,c.channel,c.hidden)"));
            assertEquals("65535\t3300\n", session.type("=adc.read(0),adc.readvdd33()"));
            assertEquals("true\n", session.type("=adc.force_init_mode(adc.INIT_ADC)"));
        }
    }

    @Test
    void aFullFileSystemTakesNothingOfATextThatDoesNotFit() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.boot();
            session.type("node.setpartitiontable{spiffs_size=0x10000}");
            session.type("f=file.open('a','w') s=('x'):rep(3000) repeat until not f:write(s)");
            assertEquals("0\n", session.type("=f:seek('end')%3000"));
            assertEquals("nil\tnil\n", session.type("=f:write(s),f:writeline(s)"));
            assertEquals("0\n", session.type("f:close() print(file.stat'a'.size%3000)"));
        }
    }

    @Test
    void whatWasNotFlushedIsLostWithThePower() throws IOException {
        try (Session session = Session.off(Chip.of(flash))) {
            session.boot();
            session.type("f=file.open('a','w') f:write'flushed' f:flush() f:write' and not'");
            assertEquals("7\n", session.type("=file.stat'a'.size"));
            session.board().powerCycle();
            session.board().runUntilIdle();
            session.take();
            assertEquals("flushed\n", session.type("=file.getcontents'a'"));
            session.type("f=file.open('a','a') f:write' and asked' f:seek()");
            session.board().powerCycle();
            session.board().runUntilIdle();
            session.take();
            assertEquals("flushed and asked\n", session.type("=file.getcontents'a'"));
            session.type("f=file.open('a','a') f:write' and closed' f:close() node.restart()");
            assertEquals("flushed and asked and closed\n", session.type("=file.getcontents'a'"));
        }
    }
}
