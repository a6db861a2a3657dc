package org.perilune.runtime.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;

class CoroutineMemoryTest {
    /** Device bytes of a bare machine, without the room that a coroutine needs. */
    private static final int BARE = 2600;

    @Test
    void aCoroutineForWhichMemoryRanOutIsCollectedWhole() {
        for (int capacity = BARE; capacity < BARE + 1200; capacity += 8) {
            Heap heap = new Heap(BuildProfile.floatBuild(), new PricedModel(capacity));
            LuaState lua = LuaState.newMachine(heap);
            lua.vm().collector().fullCollect();
            lua.vm().collector().fullCollect();
            long before = heap.deviceUsed();
            int status = lua.protectedRun(lua::newThread);
            lua.setTop(0);
            lua.vm().collector().fullCollect();
            lua.vm().collector().fullCollect();
            assertEquals(before, heap.deviceUsed(), "capacity " + capacity + ", status " + status);
        }
    }
}
