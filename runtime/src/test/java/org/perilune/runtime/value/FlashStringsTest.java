package org.perilune.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;

class FlashStringsTest {
    private final FlashStrings inFlash = new FlashStrings(2);

    private static LuaState machine(FlashStrings inFlash) {
        return LuaState.newMachine(new Heap(BuildProfile.floatBuild(), new PricedModel(1 << 20)), inFlash);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void textsInFlashAreFoundAndCostNothing() {
        LuaString hello = inFlash.add(bytes("hello"));
        LuaState lua = machine(inFlash);
        long before = lua.vm().heap().luaBytes();
        assertSame(hello, lua.vm().strings().intern("hello"));
        assertEquals(before, lua.vm().heap().luaBytes());
    }

    @Test
    void theyOutliveCollectionsOfAllMachinesThatShareThem() {
        inFlash.add(bytes("a"));
        inFlash.add(bytes("b"));
        inFlash.add(bytes("c"));
        LuaState one = machine(inFlash);
        LuaState two = machine(inFlash);
        LuaString a = one.vm().strings().intern("a");
        one.setTop(0);
        one.vm().collector().fullCollect();
        two.vm().collector().fullCollect();
        assertSame(a, one.vm().strings().intern("a"));
        assertSame(a, two.vm().strings().intern("a"));
        assertEquals(3, inFlash.count());
        assertTrue(a.isInFlash());
    }

    @Test
    void namesOfTheMachineItselfMayLieInFlash() {
        long before = machine(FlashStrings.NONE).vm().heap().luaBytes();
        inFlash.add(bytes("__index"));
        assertEquals(before - (16 + 7 + 1), machine(inFlash).vm().heap().luaBytes());
    }

    @Test
    void weakTablesKeepThem() {
        inFlash.add(bytes("key"));
        LuaState lua = machine(inFlash);
        LuaTable table = lua.newTable(0, 0);
        lua.newTable(0, 0);
        lua.push("k");
        lua.setField(-2, "__mode");
        lua.setMetatable(-2);
        lua.push(1);
        lua.setField(1, "key");
        lua.vm().collector().fullCollect();
        assertNotNull(table.ref(table.findString(lua.vm().strings().intern("key"))));
    }

    @Test
    void theEmptySetStaysEmpty() {
        assertThrows(IllegalStateException.class, () -> FlashStrings.NONE.add(bytes("x")));
    }
}
