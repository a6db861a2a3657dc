package org.perilune.flash.chip;

import java.util.Arrays;

/**
 * What a sector holds, from about its first byte that is not erased to about its last; before and behind it all is ones.
 * Places are counted from the sector's begin.
 */
final class Stretch {
    static final byte ERASED = -1;
    /** Bytes by which a stretch grows at least. Few, as most stretches are a block's mark and never grow further. */
    private static final int UNIT = 16;

    private int start;
    private byte[] content;

    private Stretch(int start, byte[] content) {
        this.start = start;
        this.content = content;
    }

    /** An erased sector after a put; null when it is erased still. Takes no byte more than it must. */
    static Stretch of(int at, byte[] bytes, int from, int length) {
        int first = 0;
        int end = length;
        while (first < end && bytes[from + first] == ERASED) {
            first++;
        }
        while (end > first && bytes[from + end - 1] == ERASED) {
            end--;
        }
        return first == end ? null : new Stretch(at + first, Arrays.copyOfRange(bytes, from + first, from + end));
    }

    private int end() {
        return start + content.length;
    }

    void get(int at, byte[] into, int from, int length) {
        Arrays.fill(into, from, from + length, ERASED);
        int first = Math.max(at, start);
        int end = Math.min(at + length, end());
        if (first < end) {
            System.arraycopy(content, first - start, into, from + first - at, end - first);
        }
    }

    void put(int at, byte[] bytes, int from, int length) {
        if (at < start || at + length > end()) {
            widen(Math.min(at, start), Math.max(at + length, end()));
        }
        System.arraycopy(bytes, from, content, at - start, length);
    }

    private void widen(int first, int end) {
        int newStart = first / UNIT * UNIT;
        int newEnd = (end + UNIT - 1) / UNIT * UNIT;
        byte[] wider = new byte[newEnd - newStart];
        Arrays.fill(wider, ERASED);
        System.arraycopy(content, 0, wider, start - newStart, content.length);
        start = newStart;
        content = wider;
    }
}
