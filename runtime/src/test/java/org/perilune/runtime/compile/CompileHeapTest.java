package org.perilune.runtime.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.value.LuaTable;

/** What compiling costs, against figures measured on the firmware's own machine. */
class CompileHeapTest {
    static Stream<String> rows() {
        return new String(TestMachine.resource("heap-truth.tsv"), StandardCharsets.ISO_8859_1)
                .lines()
                .skip(1);
    }

    /** Strings that the firmware's machine holds before it loads anything. */
    private static List<String> strings() {
        String text = new String(TestMachine.resource("vm-baseline-strings.txt"), StandardCharsets.ISO_8859_1);
        String config = "/\n;\n?\n!\n-";
        List<String> strings =
                new ArrayList<>(text.replace(config + "\n", "").lines().skip(1).toList());
        strings.add(config);
        return strings;
    }

    private static TestMachine machine() {
        TestMachine machine = new TestMachine();
        LuaTable keep = new LuaTable(machine.thread, 0, 64);
        machine.vm.registry().setInt(machine.vm, 1, keep, 0);
        for (String string : strings()) {
            keep.setString(machine.vm, machine.vm.strings().intern(string), true, 0);
        }
        machine.heap.mode(Heap.ALWAYS, 0);
        collect(machine);
        return machine;
    }

    private static void collect(TestMachine machine) {
        for (int i = 0; i < 3; i++) {
            machine.vm.collector().fullCollect();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void equalsTheFirmwares(String row) {
        String[] cells = row.split("\t", -1);
        TestMachine machine = machine();
        assertEquals(50, machine.vm.strings().count());
        Heap heap = machine.heap;
        byte[] text = TestMachine.resource("cases/" + cells[0] + ".lua");
        long before = heap.bytes(Account.OBJECTS);
        long deviceBefore = heap.deviceBytes(Account.OBJECTS);
        heap.resetPeaks();
        machine.load(text, "@t.lua");
        long peak = heap.objectPeak() - before;
        long devicePeak = heap.objectDevicePeak() - deviceBefore;
        long loaded = heap.bytes(Account.OBJECTS) - before;
        collect(machine);
        long live = heap.bytes(Account.OBJECTS) - before;
        assertEquals(
                "%s peak %s live %s garbage %s device %s".formatted(cells[0], cells[2], cells[4], cells[5], cells[9]),
                "%s peak %d live %d garbage %d device %d".formatted(cells[0], peak, live, loaded - live, devicePeak));
    }
}
