package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Proto;

/**
 * Writes a function's instructions and keeps its lists of jumps. Jumps that wait for their target are a list threaded
 * through their own offsets; the list's name is its first jump, and the last one's offset is {@link #NO_JUMP}.
 */
final class CodeWriter {
    /** The empty list, and as an offset the end of one: a jump to itself. */
    static final int NO_JUMP = -1;

    private final LuaThread thread;
    private final Proto proto;
    private final Lexer lexer;
    private final LineInfoWriter lines;
    private int pc;
    /** Last place that may be jumped to: what stands before it must not be merged with what follows. */
    private int lastTarget = -1;
    /** Jumps to the next instruction. */
    private int jumpsToHere = NO_JUMP;

    CodeWriter(LuaThread thread, Proto proto, Lexer lexer) {
        this.thread = thread;
        this.proto = proto;
        this.lexer = lexer;
        lines = new LineInfoWriter(thread, proto);
    }

    /** Number of instructions so far. */
    int pc() {
        return pc;
    }

    int get(int at) {
        return proto.code[at];
    }

    void set(int at, int instruction) {
        proto.code[at] = instruction;
    }

    // ---- instructions

    /** Adds an instruction; returns its place. */
    int add(int instruction) {
        int waiting = jumpsToHere;
        jumpsToHere = NO_JUMP;
        patch(waiting, pc, Instruction.NO_REGISTER, pc);
        if (pc == proto.code.length) {
            proto.resizeCode(thread.vm().heap(), Growth.next(thread, pc, Growth.UNLIMITED, "code size overflow"));
        }
        proto.code[pc] = instruction;
        lines.add(pc, lexer.lastLine);
        return pc++;
    }

    int abc(int opcode, int a, int b, int c) {
        return add(Instruction.abc(opcode, a, b, c));
    }

    int abx(int opcode, int a, int bx) {
        return add(Instruction.abx(opcode, a, bx));
    }

    /** Adds an instruction with a jump offset that is still open. */
    int openJump(int opcode, int a) {
        return add(Instruction.asbx(opcode, a, NO_JUMP));
    }

    /** Takes the last instruction back; the next one takes its place. */
    void dropLast() {
        pc--;
    }

    /** Gives the last instruction another line. */
    void moveLastToLine(int line) {
        lines.moveLast(line);
    }

    /** Returns {@code count} values from register {@code first} on, -1 for all up to the top. */
    void giveBack(int first, int count) {
        abc(Instruction.RETURN, first, count + 1, 0);
    }

    /**
     * Sets {@code count} registers to nil, as part of the instruction before where that does the same.
     *
     * @param activeLocals registers that hold locals; at a function's begin the others are nil already
     */
    void nil(int from, int count, int activeLocals) {
        if (pc > lastTarget) {
            if (pc == 0) {
                if (from >= activeLocals) {
                    return;
                }
            } else if (extendsNil(from, count)) {
                return;
            }
        }
        abc(Instruction.LOADNIL, from, from + count - 1, 0);
    }

    private boolean extendsNil(int from, int count) {
        int previous = proto.code[pc - 1];
        if (Instruction.opcode(previous) != Instruction.LOADNIL) {
            return false;
        }
        int last = Instruction.b(previous);
        if (from < Instruction.a(previous) || from > last + 1) {
            return false;
        }
        if (from + count - 1 > last) {
            proto.code[pc - 1] = Instruction.withB(previous, from + count - 1);
        }
        return true;
    }

    /** Ends the code: cuts the vectors of code and line info to their lengths. */
    void finish() {
        proto.resizeCode(thread.vm().heap(), pc);
        lines.finish();
    }

    // ---- jumps

    /** Adds a jump; jumps to here go where it goes. */
    int jump() {
        int waiting = jumpsToHere;
        jumpsToHere = NO_JUMP;
        return join(openJump(Instruction.JMP, 0), waiting);
    }

    /** Adds a test and the jump after it. */
    int testAndJump(int opcode, int a, int b, int c) {
        abc(opcode, a, b, c);
        return jump();
    }

    /** Marks the next instruction as one that is jumped to. */
    int label() {
        lastTarget = pc;
        return pc;
    }

    /** Joins two lists into one, named by the first. */
    int join(int first, int second) {
        if (second == NO_JUMP) {
            return first;
        }
        if (first == NO_JUMP) {
            return second;
        }
        int last = first;
        for (int next = target(last); next != NO_JUMP; next = target(last)) {
            last = next;
        }
        aim(last, second);
        return first;
    }

    /** Lets the jumps of a list go to a place that is there already. */
    void patchTo(int list, int target) {
        if (target == pc) {
            patchToHere(list);
        } else {
            patch(list, target, Instruction.NO_REGISTER, target);
        }
    }

    /** Lets the jumps of a list go to the next instruction. */
    void patchToHere(int list) {
        label();
        jumpsToHere = join(jumpsToHere, list);
    }

    /**
     * Gives all jumps of a list their target.
     *
     * @param valueTarget where jumps go whose test leaves a value in {@code register}
     * @param otherTarget where all others go
     */
    void patch(int list, int valueTarget, int register, int otherTarget) {
        int at = list;
        while (at != NO_JUMP) {
            int next = target(at);
            aim(at, leaveValueIn(at, register) ? valueTarget : otherTarget);
            at = next;
        }
    }

    /** Whether a list has a jump whose test leaves no value. */
    boolean needsValue(int list) {
        for (int at = list; at != NO_JUMP; at = target(at)) {
            if (Instruction.opcode(proto.code[control(at)]) != Instruction.TESTSET) {
                return true;
            }
        }
        return false;
    }

    /** Lets the tests of a list leave no values. */
    void dropValues(int list) {
        for (int at = list; at != NO_JUMP; at = target(at)) {
            leaveValueIn(at, Instruction.NO_REGISTER);
        }
    }

    /** Turns the condition of a jump into its opposite. */
    void invert(int jump) {
        int at = control(jump);
        int a = Instruction.a(proto.code[at]);
        proto.code[at] = Instruction.withA(proto.code[at], a == 0 ? 1 : 0);
    }

    /** Place of the instruction that decides about a jump: the test before it, or the jump itself. */
    private int control(int jump) {
        boolean tested = jump >= 1 && Instruction.isTest(Instruction.opcode(proto.code[jump - 1]));
        return tested ? jump - 1 : jump;
    }

    /** Names the register for a test's value; false when the test leaves none. */
    private boolean leaveValueIn(int jump, int register) {
        int at = control(jump);
        int test = proto.code[at];
        if (Instruction.opcode(test) != Instruction.TESTSET) {
            return false;
        }
        int tested = Instruction.b(test);
        proto.code[at] = register != Instruction.NO_REGISTER && register != tested
                ? Instruction.withA(test, register)
                : Instruction.abc(Instruction.TEST, tested, 0, Instruction.c(test));
        return true;
    }

    private int target(int jump) {
        int offset = Instruction.sbx(proto.code[jump]);
        return offset == NO_JUMP ? NO_JUMP : jump + 1 + offset;
    }

    private void aim(int jump, int target) {
        int offset = target - (jump + 1);
        if (Math.abs(offset) > Instruction.MAX_SBX) {
            throw lexer.error("control structure too long");
        }
        proto.code[jump] = Instruction.withSbx(proto.code[jump], offset);
    }
}
