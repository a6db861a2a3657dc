package org.perilune.runtime.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HeapTest {
    private int collections;

    private Heap heap(int mode, int capacity) {
        Heap heap = new Heap(BuildProfile.floatBuild(), new PricedModel(capacity));
        heap.mode(mode, 0);
        heap.reclaimWith(new Reclaimer() {
            @Override
            public void fullCollect() {
                collections++;
            }

            @Override
            public boolean stepBelow(long limit) {
                return true;
            }
        });
        return heap;
    }

    @Test
    void luaBlocksAreCollectedForDeviceBlocksAreNot() {
        Heap heap = heap(Heap.ALWAYS, 1000);
        heap.realloc(Account.OBJECTS, 0, 0, 10);
        assertEquals(1, collections);
        heap.realloc(Account.DEVICE, 0, 0, 10);
        assertEquals(1, collections);
    }

    @Test
    void aDeviceBlockThatDoesNotFitFailsWithoutACollection() {
        Heap heap = heap(Heap.ON_ALLOC_FAILURE, 100);
        assertThrows(OutOfMemory.class, () -> heap.realloc(Account.DEVICE, 0, 0, 200));
        assertEquals(0, collections);
    }

    @Test
    void deviceBlocksCountInDeviceBytesOnly() {
        Heap heap = heap(0, 1000);
        heap.realloc(Account.DEVICE, 0, 0, 10);
        assertEquals(0, heap.luaBytes());
        assertEquals(32, heap.deviceUsed());
    }
}
