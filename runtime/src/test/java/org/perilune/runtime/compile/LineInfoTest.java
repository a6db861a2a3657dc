package org.perilune.runtime.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.perilune.runtime.value.Proto;

class LineInfoTest {
    private static int[] lines(Proto proto) {
        int[] lines = new int[proto.code.length];
        for (int pc = 0; pc < lines.length; pc++) {
            lines[pc] = LineInfo.line(proto, pc);
        }
        return lines;
    }

    @Test
    void runsAreCountedAndLinesSkippedByDeltas() {
        Proto proto = new TestMachine().compile("x=1\ny=2" + "\n".repeat(300) + "z=3");
        assertArrayEquals(new int[] {1, 1, 2, 2, 302, 302, 302}, lines(proto));
        assertArrayEquals(new byte[] {2, 2, (byte) 0xaa, (byte) 0x84, 3, 0}, proto.lineInfo);
    }

    @Test
    void aCallBelongsToTheLineOfItsName() {
        Proto proto = new TestMachine().compile("f(\n1,\n2\n)");
        assertArrayEquals(new int[] {1, 2, 4, 1, 4}, lines(proto));
    }

    @Test
    void thereIsNoneAfterStripping() {
        TestMachine machine = new TestMachine();
        Proto proto = machine.compile("local a = 1\nfunction f() return a end");
        long before = machine.heap.luaBytes();
        int freed = Stripper.strip(proto, machine.vm, 2);
        assertEquals(before - freed, machine.heap.luaBytes());
        assertEquals(0, LineInfo.line(proto, 0));
        assertEquals(0, proto.localNames.length);
        assertEquals(0, proto.protos[0].upvalueNames.length);
    }
}
