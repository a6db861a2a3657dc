package org.perilune.runtime.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.perilune.runtime.heap.OutOfMemory;

class UndumpTest {
    private static final byte[] CHUNK = TestMachine.resource("luac/002-str-rep1.lc");
    /** Place of the first instruction of {@code return ...}: after header, no source, lines, four bytes and count. */
    private static final int FIRST_INSTRUCTION = 12 + 4 + 4 + 4 + 4 + 4;

    @Test
    void refusesAChunkCutAnywhere() {
        for (int length = 1; length < CHUNK.length; length++) {
            byte[] cut = Arrays.copyOf(CHUNK, length);
            assertEquals("x: unexpected end in precompiled chunk", new TestMachine().errorOf(cut, "@x"));
        }
    }

    @Test
    void refusesBytecodeOfOtherMachinesByName() {
        refuses(4, 0x52, "this is for Lua 5.2, the board takes Lua 5.1");
        refuses(4, 0x53, "this is for Lua 5.3, the board takes Lua 5.1");
        refuses(6, 0, "this is for Lua 5.1, big-endian; the board takes little-endian");
        refuses(8, 8, "this is for Lua 5.1, 64-bit; the board takes 32-bit");
        refuses(11, 1, "this is for Lua 5.1, an integer build; the board takes a floating-point build");
    }

    @Test
    void refusesWhatIsNoBytecodeAsTheFirmwareDoes() {
        byte[] other = CHUNK.clone();
        other[2] = 'x';
        assertEquals("binary string: bad header in precompiled chunk", new TestMachine().errorOf(other, "\33Lua"));
    }

    private static void refuses(int place, int value, String reason) {
        byte[] other = CHUNK.clone();
        other[place] = (byte) value;
        assertEquals(
                "binary string: bad header in precompiled chunk (" + reason + ")",
                new TestMachine().errorOf(other, "\33Lua"));
    }

    @Test
    void refusesInstructionsThatLeaveTheirFunction() {
        int[] bad = {
            Instruction.abc(Instruction.MOVE, 0, 200, 0),
            Instruction.abx(Instruction.LOADK, 0, 5),
            Instruction.asbx(Instruction.JMP, 0, 100),
            Instruction.asbx(Instruction.JMP, 0, -2),
            Instruction.abx(Instruction.CLOSURE, 0, 0),
            Instruction.abc(Instruction.GETUPVAL, 0, 0, 0),
            Instruction.abc(Instruction.CALL, 0, 0, 1),
            Instruction.abc(Instruction.TEST, 0, 0, 1),
            Instruction.abc(Instruction.SETLIST, 0, 2, 1),
            63
        };
        for (int instruction : bad) {
            byte[] chunk = Dump.dump(new TestMachine().compile("return nil"), true);
            for (int i = 0; i < 4; i++) {
                chunk[FIRST_INSTRUCTION + i] = (byte) (instruction >>> 8 * i);
            }
            assertEquals("=?: bad code in precompiled chunk", new TestMachine().errorOf(chunk, "==?"));
        }
    }

    @Test
    void survivesEveryMutant() {
        Random random = new Random(1);
        byte[][] chunks = {
            TestMachine.resource("luac/094-clo-nested-3.lc"),
            TestMachine.resource("luac/101-vararg-oldstyle-arg.lc"),
            CHUNK
        };
        for (int round = 0; round < 6000; round++) {
            byte[] mutant = chunks[round % chunks.length].clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            TestMachine machine = new TestMachine(200_000);
            try {
                var proto = machine.load(mutant, "@x").proto;
                for (int pc = 0; pc <= proto.code.length; pc++) {
                    LineInfo.line(proto, pc);
                }
                Dump.dump(proto, false);
            } catch (CompileError | OutOfMemory expected) {
                machine.thread.top = 1;
            }
        }
    }

    @Test
    void saysThatTheHeapIsTooSmallBeforeItReadsOn() {
        byte[] chunk = Dump.dump(new TestMachine().compile("return nil"), true);
        chunk[FIRST_INSTRUCTION - 2] = 0x10; // a million instructions
        TestMachine machine = new TestMachine(100_000);
        assertThrows(OutOfMemory.class, () -> machine.load(chunk, "@x"));
    }
}
