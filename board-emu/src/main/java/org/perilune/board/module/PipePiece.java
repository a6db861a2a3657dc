package org.perilune.board.module;

/** A piece of a pipe: up to 256 bytes between a start and an end. */
final class PipePiece {
    static final int CAPACITY = 256;
    /** The firmware's structure: two numbers and the bytes. */
    static final int DEVICE_BYTES = 8 + CAPACITY;

    private final byte[] bytes = new byte[CAPACITY];
    private int start;
    private int end;

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    boolean isFull() {
        return length() == CAPACITY;
    }

    /** Drops bytes at the start. */
    void drop(int count) {
        start += count;
    }

    /** Adds what fits of a text from {@code from} on; how many bytes it were. */
    int append(byte[] text, int from) {
        int count = Math.min(text.length - from, CAPACITY - length());
        if (count > CAPACITY - end) {
            move(0);
        }
        System.arraycopy(text, from, bytes, end, count);
        end += count;
        return count;
    }

    /** Puts what fits of a text's first {@code length} bytes in front, the last ones first; how many bytes it were. */
    int prepend(byte[] text, int length) {
        int count = Math.min(length, CAPACITY - length());
        if (count > start) {
            move(CAPACITY - length());
        }
        start -= count;
        System.arraycopy(text, length - count, bytes, start, count);
        return count;
    }

    private void move(int to) {
        int length = length();
        System.arraycopy(bytes, start, bytes, to, length);
        start = to;
        end = to + length;
    }
}
