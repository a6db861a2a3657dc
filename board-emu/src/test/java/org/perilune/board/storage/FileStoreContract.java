package org.perilune.board.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a board's files do, wherever they lie. */
abstract class FileStoreContract {
    /** An empty one. */
    abstract FileStore store();

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    FileStore.Handle open(String name, String mode) {
        return store().open(name, FileStore.Mode.of(mode));
    }

    @Test
    void whatIsWrittenCanBeRead() {
        assertTrue(store().write("www/a.html", bytes("hello")));
        assertArrayEquals(bytes("hello"), store().read("www/a.html"));
        assertEquals(new FileStore.Entry("www/a.html", 5), store().find("www/a.html"));
        assertNull(store().find("www"));
        assertNull(store().read("b"));
    }

    @Test
    void modesDoWhatTheirLettersSay() {
        store().write("a", bytes("12345"));
        try (FileStore.Handle file = open("a", "r")) {
            assertEquals(-1, file.write(bytes("x"), 0, 1));
        }
        try (FileStore.Handle file = open("a", "r+")) {
            file.write(bytes("x"), 0, 1);
        }
        try (FileStore.Handle file = open("a", "a")) {
            file.write(bytes("6"), 0, 1);
            assertTrue(file.flush());
            assertEquals(-1, file.read(new byte[1], 0, 1));
        }
        assertArrayEquals(bytes("x23456"), store().read("a"));
        open("a", "w").close();
        assertEquals(0, store().find("a").size());
        assertNull(open("b", "r+"));
    }

    @Test
    void fourFilesMayBeOpen() {
        FileStore.Handle first = open("0", "w");
        for (int i = 1; i < FileStore.MAX_OPEN; i++) {
            assertNotNull(open("" + i, "w"));
        }
        assertNull(open("more", "w"));
        assertFalse(store().remove("1"));
        assertFalse(store().rename("1", "new"));
        first.close();
        first.close();
        assertEquals(-1, first.read(new byte[1], 0, 1));
        assertNotNull(open("more", "w"));
        assertNull(open("evenmore", "w"));
    }

    @Test
    void namesHaveALimit() {
        assertNotNull(open("x".repeat(31), "w"));
        assertNull(open("x".repeat(32), "w"));
        assertNull(open("", "w"));
    }

    @Test
    void renamingNeverOverwrites() {
        store().write("a", bytes("1"));
        store().write("b", bytes("2"));
        assertFalse(store().rename("a", "b"));
        assertFalse(store().rename("none", "c"));
        assertTrue(store().rename("a", "c"));
        assertArrayEquals(bytes("1"), store().read("c"));
        assertTrue(store().remove("c"));
        assertFalse(store().remove("c"));
    }

    @Test
    void seekingPastTheEndFailsAtTheEnd() {
        store().write("a", bytes("12345"));
        try (FileStore.Handle file = open("a", "r")) {
            assertEquals(3, file.seek(3, FileStore.Whence.START));
            assertEquals(4, file.seek(1, FileStore.Whence.CURRENT));
            assertEquals(3, file.seek(-2, FileStore.Whence.END));
            assertEquals(-1, file.seek(9, FileStore.Whence.START));
            assertEquals(5, file.seek(0, FileStore.Whence.CURRENT));
            assertEquals(-1, file.seek(-9, FileStore.Whence.CURRENT));
        }
    }

    @Test
    void formattingKillsOpenFiles() {
        FileStore.Handle file = open("a", "w+");
        file.write(bytes("1"), 0, 1);
        assertTrue(store().format());
        assertTrue(store().list().isEmpty());
        assertEquals(-1, file.read(new byte[1], 0, 1));
        assertEquals(-1, file.write(bytes("1"), 0, 1));
        assertFalse(file.flush());
    }
}
