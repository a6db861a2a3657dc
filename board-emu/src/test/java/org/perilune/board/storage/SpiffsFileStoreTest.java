package org.perilune.board.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;

class SpiffsFileStoreTest {
    private static final int START = 0x10000;
    private static final int SIZE = 0x20000;

    private final FlashRegion partition = NorChip.inMemory(0x40000).region(START, SIZE);
    private final SpiffsFileStore store = SpiffsFileStore.mount(partition);

    SpiffsFileStoreTest() throws IOException {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private FileStore.Handle open(String name, String mode) {
        return store.open(name, FileStore.Mode.of(mode));
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
        assertNull(again.find("www"));
        assertEquals(START, again.flashAddress());
        assertEquals(SIZE, again.flashSize());
    }

    @Test
    void modesDoWhatTheirLettersSay() {
        store.write("a", bytes("12345"));
        try (FileStore.Handle file = open("a", "r")) {
            assertEquals(-1, file.write(bytes("x"), 0, 1));
        }
        try (FileStore.Handle file = open("a", "r+")) {
            file.write(bytes("x"), 0, 1);
            assertEquals(5, file.seek(0, FileStore.Whence.END));
            assertEquals(-1, file.seek(1, FileStore.Whence.CURRENT));
            assertEquals(-1, file.seek(-9, FileStore.Whence.CURRENT));
        }
        try (FileStore.Handle file = open("a", "a")) {
            file.write(bytes("6"), 0, 1);
            assertTrue(file.flush());
            assertEquals(-1, file.read(new byte[1], 0, 1));
        }
        assertArrayEquals(bytes("x23456"), store.read("a"));
        assertNull(open("b", "r+"));
    }

    @Test
    void namesAndOpenFilesAreLimited() {
        assertNull(open("x".repeat(32), "w"));
        assertNull(open("", "w"));
        FileStore.Handle first = open("x".repeat(31), "w");
        for (int i = 1; i < FileStore.MAX_OPEN; i++) {
            assertNotNull(open("f" + i, "w"));
        }
        assertNull(open("more", "w"));
        assertFalse(store.remove("f1"));
        assertFalse(store.rename("f1", "new"));
        first.close();
        first.close();
        assertNotNull(open("more", "w"));
        assertNull(open("evenmore", "w"));
        assertEquals(-1, first.read(new byte[1], 0, 1));
    }

    @Test
    void aNameThatIsTakenIsNotGivenAgain() {
        store.write("a", bytes("1"));
        store.write("b", bytes("2"));
        assertFalse(store.rename("a", "b"));
        assertFalse(store.rename("none", "c"));
        assertTrue(store.rename("a", "c"));
        assertArrayEquals(bytes("1"), store.read("c"));
        assertTrue(store.remove("c"));
        assertFalse(store.remove("c"));
    }

    @Test
    void aFullStoreRefusesAndFormattingEmptiesIt() {
        assertFalse(store.write("big", new byte[SIZE]));
        assertTrue(store.write("a", new byte[50_000]));
        assertTrue(store.usedBytes() > 50_000 && store.usedBytes() <= store.totalBytes());
        FileStore.Handle open = open("a", "r");
        assertTrue(store.format());
        assertEquals(-1, open.read(new byte[1], 0, 1));
        assertEquals(List.of(), store.list());
    }
}
