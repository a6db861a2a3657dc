package org.perilune.runtime.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/** An interned string of bytes: same text, same object. Block: header, the text, one NUL. */
public final class LuaString extends GcObject {
    final byte[] bytes;
    final int hash;

    LuaString(byte[] bytes, int hash) {
        this.bytes = bytes;
        this.hash = hash;
    }

    /** A string in flash. */
    static LuaString inFlash(byte[] text) {
        LuaString string = new LuaString(text.clone(), hash(text, 0, text.length));
        string.marked = IN_FLASH;
        return string;
    }

    /**
     * The firmware's hash of a text: seeded with the length, and of long texts only every few bytes count.
     */
    static int hash(byte[] text, int from, int length) {
        int h = length;
        int step = (length >> 5) + 1;
        for (int i = length; i >= step; i -= step) {
            h ^= (h << 5) + (h >>> 2) + (text[from + i - 1] & 0xff);
        }
        return h;
    }

    public int length() {
        return bytes.length;
    }

    /** The byte at {@code index}, 0 to 255. */
    public int byteAt(int index) {
        return bytes[index] & 0xff;
    }

    /** The text itself, not a copy: readers only. */
    public byte[] bytes() {
        return bytes;
    }

    /** The firmware's hash of the text. */
    public int hash() {
        return hash;
    }

    boolean holds(byte[] text, int from, int length) {
        return bytes.length == length && Arrays.equals(bytes, 0, length, text, from, from + length);
    }

    /** Keeps the string for good, as the firmware does with names it needs itself. */
    void fix() {
        if (!isInFlash()) {
            marked |= FIXED;
        }
    }

    @Override
    int traverse(Collector collector) {
        throw new IllegalStateException("strings refer to nothing");
    }

    @Override
    void release(Heap heap) {
        heap.realloc(Account.OBJECTS, address, size(heap), 0);
    }

    @Override
    public int size(Heap heap) {
        return blockSize(heap, bytes.length);
    }

    static int blockSize(Heap heap, int length) {
        return heap.profile().string() + length + 1;
    }

    /** The text with each byte as one character (ISO 8859-1). */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
