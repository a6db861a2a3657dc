package org.perilune.lfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LfsReloadTest {
    private final MemoryRegion region = new MemoryRegion(TestBoard.LFS_AT, 32768);
    private final TestBoard board = new TestBoard(region);

    LfsReloadTest() {
        board.store.install(image("old"));
        board.start(1 << 20);
    }

    private static byte[] image(String name) {
        return new LfsBuilder()
                .time(Goldens.TIME)
                .add("@" + name + ".lua", Goldens.text("return '" + name + "'"))
                .relocatable();
    }

    /** What reloading a file says; neither flash nor heap may have changed. */
    private String refusal(byte[] file) {
        byte[] before = region.read();
        board.files.put("x.img", file);
        board.lua.vm().collector().fullCollect();
        long heap = board.heap.deviceUsed();
        String said = LfsReload.reload(board.lua, "x.img");
        assertArrayEquals(before, region.read());
        assertEquals(heap, board.heap.deviceUsed());
        assertEquals("old", board.run("return LFS.old()"));
        return said;
    }

    @Test
    void aRightFileIsWrittenAndTheBoardRestarts() {
        board.files.put("new.img", image("new"));
        long heap = board.heap.deviceUsed();
        TestBoard.Restart restart = assertThrows(TestBoard.Restart.class, () -> LfsReload.reload(board.lua, "new.img"));
        assertEquals("LFS region updated.  Restarting.", restart.getMessage());
        assertEquals(heap, board.heap.deviceUsed());
        assertEquals("", board.start(1 << 20));
        assertEquals("new", board.run("return LFS.new()"));
        assertNull(board.run("return LFS.old"));
    }

    @Test
    void eachFaultHasTheBoardsOwnText() {
        byte[] file = Goldens.relocatable("image2");
        byte[] broken = file.clone();
        broken[file.length - 8] ^= 1;
        assertEquals("checksum error on LFS image file", refusal(broken));
        // What stands at the end of a file that was cut off is taken for its length.
        assertEquals("LFS length mismatch", refusal(Arrays.copyOf(file, 1000)));
        byte[] unknownBlock = file.clone();
        unknownBlock[10] |= 6;
        assertEquals("read error on LFS image file", refusal(unknownBlock));
        assertEquals("read error on LFS image file", refusal(Goldens.text("local x = 1\n".repeat(100))));
        assertEquals("read error on LFS image file", refusal(Goldens.absolute("image2")));
        assertEquals("read error on LFS image file", refusal(new byte[200]));
        byte[] content = LfsFile.open(file, 32768).unpacked();
        assertEquals("Incorrect LFS header version", refusal(withWord(content, 0, 0xfafaa254)));
        assertEquals("Incorrect LFS build type", refusal(withWord(content, 0, 0xfafaa152)));
        assertEquals("incorrect LFS header signature", refusal(withWord(content, 0, 0xfafab154)));
        assertEquals(
                "LFS Image too big for configured LFS region", refusal(withWord(content, LfsHeader.SIZE_AT, 32772)));
        assertEquals("LFS length mismatch", refusal(withWord(content, LfsHeader.SIZE_AT, 400)));
        assertEquals("LFS image file not found", LfsReload.reload(board.lua, "none.img"));
        assertEquals("LFS image file not found", LfsReload.reload(board.lua, null));
        assertEquals("No LFS partition allocated", LfsReload.reload(new TestBoard(null).lua, "x.img"));
    }

    private static byte[] withWord(byte[] content, int at, int word) {
        byte[] changed = content.clone();
        Words.littleEndian(changed).putInt(at, word);
        return Gzip.compress(changed);
    }

    @Test
    void anImageWithUnsoundCodeIsNotWritten() {
        byte[] content = LfsFile.open(Goldens.relocatable("image2"), 32768).unpacked();
        int main = Words.littleEndian(content).getInt(LfsHeader.MAIN_AT) * Words.SIZE;
        assertEquals("read error on LFS image file", refusal(withWord(content, main + FunctionRecord.FRAME, 0)));
    }

    @Test
    void theHeapItNeedsIsReallyNeeded() {
        board.files.put("new.img", image("new"));
        int enough = 0;
        String said = "";
        for (int free = 30_000; free >= 20_000; free -= 100) {
            board.start(1 << 20);
            board.lua.vm().collector().fullCollect();
            int used = (int) board.heap.deviceUsed();
            board.start(used + free);
            try {
                said = LfsReload.reload(board.lua, "new.img");
            } catch (TestBoard.Restart restart) {
                enough = free;
            }
        }
        assertEquals("Memory allocation error", said);
        // 13 blocks, each with its header.
        int sum = LfsReload.workingMemory(1000);
        assertTrue(enough >= sum && enough <= sum + 13 * 24 + 400, enough + " for " + sum);
    }

    @Test
    void aLossOfPowerWhileWritingLeavesNoImageAtAll() {
        byte[] content = LfsFile.open(Goldens.relocatable("image3"), 32768).at(board.store.mappedAddress());
        MemoryRegion chip = new MemoryRegion(TestBoard.LFS_AT, 32768);
        for (int writes = 0; writes < 12; writes++) {
            int[] left = {writes};
            LfsRegion failing = new LfsRegion() {
                @Override
                public int flashAddress() {
                    return chip.flashAddress();
                }

                @Override
                public int size() {
                    return chip.size();
                }

                @Override
                public byte[] read() {
                    return chip.read();
                }

                @Override
                public void eraseSector(int sector) {
                    chip.eraseSector(sector);
                }

                @Override
                public void program(int at, byte[] data) {
                    if (left[0]-- == 0) {
                        throw new IllegalStateException("power");
                    }
                    chip.program(at, data);
                }
            };
            assertThrows(IllegalStateException.class, () -> new LfsStore(failing).write(content));
            LfsStore after = new LfsStore(chip);
            String said = after.boot();
            assertNull(after.image());
            assertTrue(said.startsWith(writes <= 1 ? "No LFS" : "Flash sig not correct: 0xfafaa15c"), said);
        }
        LfsStore whole = new LfsStore(chip);
        whole.write(content);
        assertEquals("", whole.boot());
        assertNotNull(whole.image());
    }

    @Test
    void anImageForAnotherAddressIsReportedAtTheStart() {
        region.eraseSector(0);
        region.program(0, Goldens.builder("image1").absolute(0x40280000));
        assertTrue(board.start(1 << 20).startsWith("Flash size check failed: "));
        assertNull(board.store.image());
    }
}
