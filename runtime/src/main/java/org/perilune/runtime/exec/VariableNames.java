package org.perilune.runtime.exec;

import org.perilune.runtime.compile.Instruction;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Proto;

/** Names what a register holds, for error messages, by looking back for the instruction that set it. */
public final class VariableNames {
    /**
     * What a value is known as.
     *
     * @param kind global, local, method, field or upvalue
     * @param text its name
     */
    public record Name(String kind, String text) {}

    private VariableNames() {}

    /** Name of what register {@code register} holds in a place of the call stack, or null. */
    static Name ofRegister(LuaThread thread, int at, int register) {
        if (thread.ref[thread.calls[at].func] instanceof LuaClosure closure) {
            return find(closure.proto, Errors.currentPc(thread, at), register);
        }
        return null;
    }

    /** Name by which the function running in a place of the call stack was called, or null. */
    public static Name ofFunction(LuaThread thread, int at) {
        boolean isLua = Frames.isLua(thread, at);
        if ((isLua && thread.calls[at].tailCalls > 0) || at == 0 || !Frames.isLua(thread, at - 1)) {
            return null;
        }
        Proto caller = ((LuaClosure) thread.ref[thread.calls[at - 1].func]).proto;
        int instruction = caller.code[Errors.currentPc(thread, at - 1)];
        return switch (Instruction.opcode(instruction)) {
            case Instruction.CALL, Instruction.TAILCALL, Instruction.TFORLOOP ->
                ofRegister(thread, at - 1, Instruction.a(instruction));
            default -> null;
        };
    }

    private static Name find(Proto proto, int pc, int register) {
        String local = localName(proto, register, pc);
        if (local != null) {
            return new Name("local", local);
        }
        int setter = findSetter(proto, pc, register);
        if (setter < 0) {
            return null;
        }
        int instruction = proto.code[setter];
        return switch (Instruction.opcode(instruction)) {
            case Instruction.GETGLOBAL -> new Name("global", proto.constRef[Instruction.bx(instruction)].toString());
            case Instruction.MOVE ->
                Instruction.b(instruction) < Instruction.a(instruction)
                        ? find(proto, pc, Instruction.b(instruction))
                        : null;
            case Instruction.GETTABLE -> new Name("field", constantName(proto, Instruction.c(instruction)));
            case Instruction.SELF -> new Name("method", constantName(proto, Instruction.c(instruction)));
            case Instruction.GETUPVAL -> new Name("upvalue", upvalueName(proto, Instruction.b(instruction)));
            default -> null;
        };
    }

    private static String localName(Proto proto, int register, int pc) {
        int left = register + 1;
        for (int i = 0; i < proto.localNames.length && proto.localStart[i] <= pc; i++) {
            if (pc < proto.localEnd[i]) {
                left--;
                if (left == 0) {
                    return proto.localNames[i].toString();
                }
            }
        }
        return null;
    }

    private static String constantName(Proto proto, int operand) {
        boolean isString = operand >= Instruction.CONSTANT_BIT
                && proto.constRef[operand - Instruction.CONSTANT_BIT] instanceof LuaString;
        return isString ? proto.constRef[operand - Instruction.CONSTANT_BIT].toString() : "?";
    }

    private static String upvalueName(Proto proto, int index) {
        return index < proto.upvalueNames.length ? proto.upvalueNames[index].toString() : "?";
    }

    /** Last instruction before {@code end} on the straight way that changes the register, or -1. */
    private static int findSetter(Proto proto, int end, int register) {
        int last = -1;
        int pc = 0;
        while (pc < end) {
            int instruction = proto.code[pc];
            int opcode = Instruction.opcode(instruction);
            if (sets(instruction, register)) {
                last = pc;
            }
            if (opcode == Instruction.JMP || opcode == Instruction.FORLOOP || opcode == Instruction.FORPREP) {
                int target = pc + 1 + Instruction.sbx(instruction);
                if (pc < target && target <= end) {
                    pc = target;
                    continue;
                }
            } else if (opcode == Instruction.CLOSURE) {
                pc += proto.protos[Instruction.bx(instruction)].upvalues;
            } else if (opcode == Instruction.SETLIST && Instruction.c(instruction) == 0) {
                pc++;
            }
            pc++;
        }
        return last;
    }

    private static boolean sets(int instruction, int register) {
        int a = Instruction.a(instruction);
        return switch (Instruction.opcode(instruction)) {
            case Instruction.LOADNIL -> a <= register && register <= Instruction.b(instruction);
            case Instruction.SELF -> register == a || register == a + 1;
            case Instruction.TFORLOOP -> register >= a + 2;
            case Instruction.CALL, Instruction.TAILCALL -> register >= a;
            case Instruction.SETGLOBAL,
                    Instruction.SETUPVAL,
                    Instruction.SETTABLE,
                    Instruction.JMP,
                    Instruction.EQ,
                    Instruction.LT,
                    Instruction.LE,
                    Instruction.RETURN,
                    Instruction.SETLIST,
                    Instruction.CLOSE -> false;
            default -> register == a;
        };
    }
}
