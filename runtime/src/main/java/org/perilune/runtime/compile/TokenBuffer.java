package org.perilune.runtime.compile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.OutOfMemory;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.StringTable;

/** The one block in which the lexer collects a token and undump a string; it lives as long as one load. */
final class TokenBuffer {
    /** Bytes it has at first. */
    static final int MIN_SIZE = 32;

    private final Heap heap;
    private byte[] bytes = {};
    private int length;
    private int address;

    TokenBuffer(Heap heap) {
        this.heap = heap;
    }

    /** Gives the buffer its first block. */
    void open() {
        resize(MIN_SIZE);
    }

    void free() {
        resize(0);
    }

    private void resize(int size) {
        address = heap.realloc(Account.OBJECTS, address, bytes.length, size);
        bytes = Arrays.copyOf(bytes, size);
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    void add(int c) {
        if (length == bytes.length) {
            if (bytes.length > Integer.MAX_VALUE / 2) {
                throw new OutOfMemory(Integer.MAX_VALUE);
            }
            resize(bytes.length * 2);
        }
        bytes[length++] = (byte) c;
    }

    /** The string of what was collected, without {@code skip} bytes at both ends. */
    LuaString intern(StringTable strings, int skip, int skipAtEnd) {
        return strings.intern(bytes, skip, length - skip - skipAtEnd);
    }

    /** What was collected, up to the first NUL. */
    String text() {
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** A copy of what was collected. */
    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** Room for {@code size} bytes to be filled from outside; the buffer never shrinks. */
    byte[] room(int size) {
        if (size > bytes.length) {
            resize(Math.max(size, MIN_SIZE));
        }
        return bytes;
    }
}
