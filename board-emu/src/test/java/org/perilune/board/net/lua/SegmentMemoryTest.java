package org.perilune.board.net.lua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;

/** What unacknowledged data takes from a heap of 4000 bytes. A block of n bytes takes n + 16, rounded up to 8. */
class SegmentMemoryTest {
    private static final int RECORD = 40;

    private final Heap heap = new Heap(BuildProfile.floatBuild(), new PricedModel(4000));
    private final SegmentMemory memory = new SegmentMemory(heap);

    @Test
    void theFirstSegmentIsCutToMeasure() {
        assertTrue(memory.take(10));
        assertEquals(RECORD + 104, heap.deviceUsed());
    }

    @Test
    void theSecondSendMakesRoomForMoreOfItsKind() {
        memory.take(10);
        long first = heap.deviceUsed();
        memory.take(10);
        long second = heap.deviceUsed();
        assertEquals(1488, second - first, "a buffer for the rest of the segment");
        memory.take(1440);
        assertEquals(second, heap.deviceUsed());
    }

    @Test
    void acknowledgingGivesBackWholeSegments() {
        memory.take(2000);
        long both = heap.deviceUsed();
        memory.acknowledge(1459);
        assertEquals(both, heap.deviceUsed());
        memory.acknowledge(1);
        assertEquals(both - RECORD - 1552, heap.deviceUsed());
        memory.acknowledge(540);
        assertEquals(0, heap.deviceUsed());
    }

    @Test
    void whatDoesNotFitTakesNothing() {
        assertTrue(memory.take(1460));
        long before = heap.deviceUsed();
        assertFalse(memory.take(2900));
        assertEquals(before, heap.deviceUsed());
        assertTrue(memory.take(1460));
        memory.free();
        assertEquals(0, heap.deviceUsed());
    }
}
