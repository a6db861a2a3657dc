package org.perilune.board;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Bytes on their way in, in order. */
final class ByteQueue {
    private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
    /** Bytes of the first piece that are gone. */
    private int taken;
    /** Counted down by the bytes that leave. */
    private final AtomicInteger unread;

    ByteQueue(AtomicInteger unread) {
        this.unread = unread;
    }

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
        unread.decrementAndGet();
        if (taken == first.length) {
            pieces.removeFirst();
            taken = 0;
        }
        return b;
    }

    void clear() {
        unread.addAndGet(taken - pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.clear();
        taken = 0;
    }
}
