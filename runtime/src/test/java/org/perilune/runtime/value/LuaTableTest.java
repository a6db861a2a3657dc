package org.perilune.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;

class LuaTableTest {
    private final Heap heap = new Heap(BuildProfile.floatBuild(), new PricedModel(1 << 30));
    private final LuaState lua = LuaState.newMachine(heap);
    private final LuaVm vm = lua.vm();

    private LuaTable newTable(int array, int nodes) {
        LuaTable table = new LuaTable(lua, array, nodes);
        lua.pushValue(table, 0);
        return table;
    }

    @Test
    void anEmptyTableIs32Bytes() {
        long before = heap.luaBytes();
        newTable(0, 0);
        assertEquals(32, heap.luaBytes() - before);
    }

    @Test
    void appendingGrowsTheArrayByPowersOfTwo() {
        LuaTable table = newTable(0, 0);
        int[] expected = {1, 2, 4, 4, 8, 8, 8, 8, 16};
        for (int i = 1; i <= expected.length; i++) {
            table.setInt(vm, i, true, 0);
            assertEquals(expected[i - 1], table.arraySize(), "after t[" + i + "]");
        }
    }

    @Test
    void aTableThatOwnsNodesNeverReturnsToNone() {
        LuaTable table = newTable(0, 1);
        table.setInt(vm, 1, true, 0);
        table.setInt(vm, 2, true, 0);
        assertEquals(1, table.nodeCount());
    }

    @Test
    void assigningNilToAnAbsentKeyTakesANode() {
        LuaTable table = newTable(0, 0);
        table.setString(vm, vm.strings().intern("ghost"), null, 0);
        assertEquals(1, table.nodeCount());
    }

    @Test
    void theBorderIsFoundInBothParts() {
        LuaTable table = newTable(4, 0);
        assertEquals(0, table.length());
        for (int i = 1; i <= 4; i++) {
            table.setInt(vm, i, true, 0);
        }
        assertEquals(4, table.length());
        table.setInt(vm, 4, null, 0);
        assertEquals(3, table.length());
    }

    @Test
    void zeroAndMinusZeroAreOneKey() {
        LuaTable table = newTable(0, 0);
        int slot = table.insert(vm, Value.NUMBER, 0.0);
        table.set(vm, slot, true, 0);
        assertEquals(slot, table.find(Value.NUMBER, -0.0));
    }

    /** Random writes, removals and walks agree with a map, and the blocks paid for are those the table has. */
    @Test
    void randomOperationsMatchAMap() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            LuaTable table = newTable(random.nextInt(3), random.nextInt(3));
            Map<Object, Double> model = new HashMap<>();
            for (int step = 0; step < 400; step++) {
                Object key = randomKey(random);
                double value = random.nextInt(3) == 0 ? Double.NaN : step;
                write(table, key, value);
                if (Double.isNaN(value)) {
                    model.remove(key);
                } else {
                    model.put(key, value);
                }
            }
            assertEquals(model, contents(table), "seed " + seed);
            lua.pop(1);
        }
    }

    private Object randomKey(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> (double) random.nextInt(40);
            case 2 -> random.nextInt(20) + 0.5;
            case 3 -> vm.strings().intern("key" + random.nextInt(30));
            default -> random.nextBoolean();
        };
    }

    private void write(LuaTable table, Object key, double value) {
        Object ref = key instanceof Double ? Value.NUMBER : key;
        double num = key instanceof Double d ? d : 0;
        int slot = table.find(ref, num);
        if (slot == LuaTable.NONE) {
            slot = table.insert(vm, ref, num);
        }
        table.set(vm, slot, Double.isNaN(value) ? null : Value.NUMBER, value);
    }

    private static Map<Object, Double> contents(LuaTable table) {
        Map<Object, Double> contents = new HashMap<>();
        for (int at = table.next(0); at != 0; at = table.next(at)) {
            Object ref = table.keyRef(at);
            Object key = ref == Value.NUMBER ? (Object) table.keyNum(at) : ref;
            int slot = table.slotBefore(at);
            assertNull(contents.put(key, table.num(slot)), "a key comes once");
            assertEquals(at, table.positionAfter(ref, table.keyNum(at)));
        }
        return contents;
    }

    @Test
    void aTableGivesBackAllItTook() {
        vm.collector().fullCollect();
        long before = heap.bytes(Account.OBJECTS);
        LuaTable table = newTable(3, 5);
        for (int i = 0; i < 100; i++) {
            table.setInt(vm, i * 3, true, 0);
        }
        assertTrue(heap.bytes(Account.OBJECTS) > before);
        lua.pop(1);
        vm.collector().fullCollect();
        assertEquals(before, heap.bytes(Account.OBJECTS));
    }
}
