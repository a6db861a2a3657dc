package org.perilune.board.net.lua;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.perilune.board.DeviceBlock;
import org.perilune.board.net.Network;
import org.perilune.runtime.heap.Heap;

/**
 * Device memory of the data that a connection has sent and the peer has not acknowledged: cut into segments, each with a
 * record and a buffer. The first segment's buffer is cut to measure; once something waits, a buffer is made as large as
 * a segment can get, so that further small sends find room in it.
 */
final class SegmentMemory {
    private static final class Segment {
        private final List<DeviceBlock> blocks = new ArrayList<>();
        /** Bytes of data in it. */
        private int used;
        /** Bytes of data that fit into its buffers. */
        private int room;
    }

    private final Heap heap;
    private final Deque<Segment> segments = new ArrayDeque<>();
    /** Bytes of the first segment that are acknowledged already. */
    private int acknowledged;

    SegmentMemory(Heap heap) {
        this.heap = heap;
    }

    /** Takes the memory for so many bytes more; false, with nothing taken, when there is none. */
    boolean take(int bytes) {
        List<DeviceBlock> taken = new ArrayList<>();
        List<Segment> added = new ArrayList<>();
        Segment last = segments.peekLast();
        int lastRoom = last == null ? 0 : last.room;
        int left = bytes;
        boolean extended = last != null && left > last.room - last.used && last.room < Network.SEGMENT;
        if (extended) {
            int more = Network.SEGMENT - last.room;
            if (!block(taken, Prices.BUFFER + more)) {
                return release(taken);
            }
            lastRoom = Network.SEGMENT;
        }
        int intoLast = last == null ? 0 : Math.min(left, lastRoom - last.used);
        left -= intoLast;
        while (left > 0) {
            Segment segment = new Segment();
            segment.used = Math.min(left, Network.SEGMENT);
            segment.room = last == null && added.isEmpty() ? segment.used : Network.SEGMENT;
            if (!block(segment.blocks, Prices.SEGMENT)
                    || !block(segment.blocks, Prices.BUFFER_WITH_HEADERS + align(segment.room))) {
                added.add(segment);
                added.forEach(each -> release(each.blocks));
                return release(taken);
            }
            added.add(segment);
            left -= segment.used;
        }
        if (last != null) {
            last.used += intoLast;
            last.room = lastRoom;
            last.blocks.addAll(taken);
        }
        segments.addAll(added);
        return true;
    }

    private static int align(int bytes) {
        return bytes + 3 & ~3;
    }

    private boolean block(List<DeviceBlock> taken, int size) {
        DeviceBlock block = DeviceBlock.tryTake(heap, size);
        if (block != null) {
            taken.add(block);
        }
        return block != null;
    }

    private static boolean release(List<DeviceBlock> blocks) {
        blocks.forEach(DeviceBlock::free);
        return false;
    }

    /** So many bytes more are acknowledged. */
    void acknowledge(int bytes) {
        acknowledged += bytes;
        while (!segments.isEmpty() && acknowledged >= segments.peekFirst().used) {
            Segment done = segments.removeFirst();
            acknowledged -= done.used;
            release(done.blocks);
        }
    }

    /** Gives all back. */
    void free() {
        segments.forEach(segment -> release(segment.blocks));
        segments.clear();
        acknowledged = 0;
    }
}
