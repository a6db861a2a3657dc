package org.perilune.runtime.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.perilune.runtime.heap.Account;

/** What a machine holds before anything has run, against the firmware's host tool. */
class BareMachineTest {
    @Test
    void holdsWhatTheFirmwareHoldsAtStart() {
        Bench bench = new Bench();
        for (int i = 0; i < 3; i++) {
            bench.lua.vm().collector().fullCollect();
        }
        List<String> lines = new ArrayList<>();
        lines.add("obj %d (dev %d, blocks %d)  strt %d (nuse %d size %d)  mainstack %d  buff %d  total %d"
                .formatted(
                        bench.heap.bytes(Account.OBJECTS),
                        bench.heap.deviceBytes(Account.OBJECTS),
                        bench.heap.blocks(Account.OBJECTS),
                        bench.heap.bytes(Account.STRING_TABLE),
                        bench.lua.vm().strings().count(),
                        bench.lua.vm().strings().slots(),
                        bench.heap.bytes(Account.MAIN_STACK),
                        bench.heap.bytes(Account.CONCAT_BUFFER),
                        bench.heap.luaBytes()));
        bench.lua.vm().strings().forEach(string -> lines.add(string.toString()));
        String expected = new String(Bench.resource("vm-baseline-strings.txt"), StandardCharsets.ISO_8859_1);
        assertEquals(expected, lines.stream().collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void stripsDebugInformation() {
        Bench bench = new Bench();
        assertEquals("2", bench.results("return node.stripdebug()"));
        assertEquals("3 3", bench.results("return node.stripdebug(3), node.stripdebug()"));
        assertEquals(
                "false t:1: bad argument #1 to 'stripdebug' (Invalid strip level)",
                new Bench().results("node.stripdebug(4)"));
        assertEquals(
                "true true",
                new Bench()
                        .results("local f = function() return 1 end "
                                + "local freed = node.stripdebug(3, f) "
                                + "return freed > 0, node.stripdebug(3, f) == 0"));
    }
}
