package org.perilune.telnet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Output on its way to one client, from any thread to the server's. Its memory is bounded: when it is full the oldest
 * bytes go, since the newest end with what the client has to answer, and a note stands in their place.
 */
final class Backlog {
    private static final int FIRST_SIZE = 1 << 10;

    private final int limit;
    /** A ring; null while there is nothing. */
    private byte[] bytes;
    /** Where the oldest byte lies. */
    private int first;

    private int length;
    private long dropped;

    /** @param limit most bytes it holds */
    Backlog(int limit) {
        this.limit = limit;
    }

    synchronized void add(byte[] piece) {
        int from = Math.max(0, piece.length - limit);
        int count = piece.length - from;
        makeRoom(length + count);
        int excess = length + count - bytes.length;
        if (excess > 0) {
            first = (first + excess) % bytes.length;
            length -= excess;
        }
        dropped += from + Math.max(0, excess);
        int at = (first + length) % bytes.length;
        int straight = Math.min(count, bytes.length - at);
        System.arraycopy(piece, from, bytes, at, straight);
        System.arraycopy(piece, from + straight, bytes, 0, count - straight);
        length += count;
    }

    private void makeRoom(int wanted) {
        if (bytes != null && bytes.length >= Math.min(wanted, limit)) {
            return;
        }
        int size = Math.min(limit, Math.max(FIRST_SIZE, Integer.highestOneBit(Math.max(1, wanted - 1)) << 1));
        byte[] larger = new byte[size];
        if (bytes != null) {
            int straight = Math.min(length, bytes.length - first);
            System.arraycopy(bytes, first, larger, 0, straight);
            System.arraycopy(bytes, 0, larger, straight, length - straight);
        }
        bytes = larger;
        first = 0;
    }

    /** Takes out the oldest bytes, at most so many, or the note of what was dropped; null when there is nothing. */
    synchronized byte[] take(int most) {
        if (dropped > 0) {
            String note = "\r\n[" + dropped + " bytes of output dropped: this client reads too slowly]\r\n";
            dropped = 0;
            return note.getBytes(StandardCharsets.ISO_8859_1);
        }
        if (length == 0) {
            bytes = null;
            first = 0;
            return null;
        }
        int count = Math.min(most, Math.min(length, bytes.length - first));
        byte[] taken = Arrays.copyOfRange(bytes, first, first + count);
        first = (first + count) % bytes.length;
        length -= count;
        return taken;
    }

    /** Throws away what there is. */
    synchronized void clear() {
        bytes = null;
        first = 0;
        length = 0;
        dropped = 0;
    }
}
