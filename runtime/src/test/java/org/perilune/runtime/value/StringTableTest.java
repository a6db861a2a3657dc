package org.perilune.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;

class StringTableTest {
    private final Heap heap = new Heap(BuildProfile.floatBuild(), new PricedModel(1 << 30));
    private final LuaState lua = LuaState.newMachine(heap);
    private final StringTable strings = lua.vm().strings();

    @Test
    void theSameTextIsTheSameObjectAndCostsNothingTwice() {
        LuaString first = strings.intern("hello");
        long bytes = heap.luaBytes();
        assertSame(first, strings.intern("hello"));
        assertEquals(bytes, heap.luaBytes());
        assertNotSame(first, strings.intern("hello!"));
    }

    @Test
    void aStringIsItsHeaderItsTextAndOneNul() {
        long bytes = heap.bytes(Account.OBJECTS);
        long device = heap.deviceBytes(Account.OBJECTS);
        strings.intern("12345");
        assertEquals(22, heap.bytes(Account.OBJECTS) - bytes);
        assertEquals(40, heap.deviceBytes(Account.OBJECTS) - device);
    }

    @Test
    void theVectorDoublesWhenCrowdedAndHalvesAfterEachSweep() {
        for (int i = 0; i < 600; i++) {
            strings.intern("string " + i);
        }
        assertEquals(1024, strings.slots());
        assertEquals(4096, heap.bytes(Account.STRING_TABLE));
        lua.vm().collector().fullCollect();
        assertEquals(512, strings.slots());
        // A full collection sweeps twice: all objects back to white, then the dead.
        lua.vm().collector().fullCollect();
        assertEquals(128, strings.slots());
    }

    @Test
    void aDeadStringAskedForAgainLives() {
        LuaString dead = strings.intern("nobody holds me");
        assertSame(dead, strings.intern("nobody holds me"));
        lua.pushValue(dead, 0);
        lua.vm().collector().fullCollect();
        assertSame(dead, strings.intern("nobody holds me"));
    }

    @Test
    void oneTextInThirtyTwoBytesStepsIsHashed() {
        byte[] text = new byte[100];
        text[0] = 1;
        byte[] other = text.clone();
        other[1] = 7;
        assertEquals(LuaString.hash(text, 0, 100), LuaString.hash(other, 0, 100));
    }
}
