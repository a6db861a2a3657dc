package org.perilune.runtime.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstFitModelTest {
    @Test
    void aBlockCostsHeaderAndRounding() {
        FirstFitModel model = new FirstFitModel(1024);
        assertNotEquals(0, model.allocate(22));
        assertEquals(40, model.used());
        assertEquals(984, model.largestFree());
    }

    @Test
    void aRemainderOf32BytesIsHandedOutToo() {
        FirstFitModel model = new FirstFitModel(40 + 32 + 64);
        int hole = model.allocate(24 + 32);
        int rest = model.allocate(48);
        model.free(hole, 24 + 32);
        int again = model.allocate(24);
        assertEquals(hole, again);
        assertEquals(0, model.free());
        model.free(rest, 48);
        assertEquals(64, model.free());
    }

    @Test
    void theFirstHoleLargeEnoughIsTaken() {
        FirstFitModel model = new FirstFitModel(4096);
        int first = model.allocate(200);
        model.allocate(8);
        int second = model.allocate(100);
        model.allocate(8);
        model.free(first, 200);
        model.free(second, 100);
        assertEquals(first, model.allocate(80));
    }

    @Test
    void freeNeighboursJoin() {
        FirstFitModel model = new FirstFitModel(4096);
        int a = model.allocate(100);
        int b = model.allocate(100);
        int c = model.allocate(100);
        model.free(a, 100);
        model.free(c, 100);
        assertEquals(2, model.freeBlocks());
        model.free(b, 100);
        assertEquals(1, model.freeBlocks());
        assertEquals(4096, model.largestFree());
    }

    @Test
    void fragmentationRefusesWhatTheSumWouldAllow() {
        FirstFitModel model = new FirstFitModel(120 * 8);
        int[] blocks = new int[8];
        for (int i = 0; i < 8; i++) {
            blocks[i] = model.allocate(104);
        }
        for (int i = 0; i < 8; i += 2) {
            model.free(blocks[i], 104);
        }
        assertEquals(480, model.free());
        assertEquals(0, model.allocate(200));
    }

    @Test
    void randomUseNeverLosesAByte() {
        FirstFitModel model = new FirstFitModel(40_000);
        Map<Integer, Integer> live = new HashMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            if (random.nextInt(5) < 3) {
                int size = 1 + random.nextInt(300);
                int address = model.allocate(size);
                if (address != 0) {
                    assertNull(live.put(address, size));
                }
            } else if (!live.isEmpty()) {
                int address = live.keySet().iterator().next();
                model.free(address, live.remove(address));
            }
        }
        live.forEach(model::free);
        assertEquals(40_000, model.free());
        assertEquals(1, model.freeBlocks());
    }
}
