package org.perilune.board;

import java.util.ArrayDeque;

/** Bytes on their way in, in order. */
final class ByteQueue {
    private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
    /** Bytes of the first piece that are gone. */
    private int taken;

    void add(byte[] piece) {
        if (piece.length > 0) {
            pieces.addLast(piece.clone());
        }
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** The next byte, 0 to 255; there must be one. */
    int take() {
        byte[] first = pieces.getFirst();
        int b = first[taken++] & 0xff;
        if (taken == first.length) {
            pieces.removeFirst();
            taken = 0;
        }
        return b;
    }

    void clear() {
        pieces.clear();
        taken = 0;
    }
}
