package org.perilune.board.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;

class SpiffsFileStoreTest extends FileStoreContract {
    private static final int START = 0x10000;
    private static final int SIZE = 0x20000;

    private final FlashRegion partition = NorChip.inMemory(0x40000).region(START, SIZE);
    private final SpiffsFileStore store = SpiffsFileStore.mount(partition);

    SpiffsFileStoreTest() throws IOException {}

    @Override
    FileStore store() {
        return store;
    }

    @Test
    void whatIsWrittenSurvivesInFlash() throws IOException {
        assertTrue(store.takeWasFormatted());
        assertTrue(store.write("www/a.html", bytes("hello")));
        store.close();
        SpiffsFileStore again = SpiffsFileStore.mount(partition);
        assertFalse(again.takeWasFormatted());
        assertArrayEquals(bytes("hello"), again.read("www/a.html"));
        assertEquals(List.of(new FileStore.Entry("www/a.html", 5)), again.list());
        assertEquals(START, again.flashAddress());
        assertEquals(SIZE, again.flashSize());
    }

    @Test
    void aFileMayTakeAllButWhatTheFileSystemNeeds() {
        assertFalse(store.write("big", new byte[SIZE]));
        assertTrue(store.write("a", new byte[50_000]));
        assertTrue(store.usedBytes() > 50_000 && store.usedBytes() <= store.totalBytes());
    }
}
