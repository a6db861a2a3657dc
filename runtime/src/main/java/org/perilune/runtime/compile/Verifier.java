package org.perilune.runtime.compile;

import java.util.BitSet;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.Proto;

/**
 * Checks that a function read from bytecode keeps within its registers, constants and code, whatever path its execution
 * takes. All that the compiler makes passes; the firmware's own check is laxer about where jumps may go.
 */
public final class Verifier {
    private final Proto proto;
    private final int[] code;
    /** Places that a jump may not go to: operands of the instruction before, and users of an open list of values. */
    private final BitSet noTarget = new BitSet();
    /** Places that some jump or skip goes to. */
    private final BitSet targets = new BitSet();

    /** Places of words that are no instructions. */
    private final BitSet plainWords = new BitSet();

    private int pc;

    private Verifier(Proto proto) {
        this.proto = proto;
        code = proto.code;
    }

    /** Whether a function keeps within bounds; the functions inside it are not looked at. */
    public static boolean isSound(Proto proto) {
        return new Verifier(proto).isSound();
    }

    private boolean isSound() {
        if (!frameIsSound()) {
            return false;
        }
        for (pc = 0; pc < code.length; pc++) {
            if (!instructionIsSound(code[pc])) {
                return false;
            }
        }
        return !targets.intersects(noTarget);
    }

    private boolean frameIsSound() {
        boolean hasArg = (proto.varargFlags & Proto.HAS_ARG) != 0;
        boolean needsArg = (proto.varargFlags & Proto.NEEDS_ARG) != 0;
        return proto.maxStack <= Registers.LIMIT
                && proto.parameters + (hasArg ? 1 : 0) <= proto.maxStack
                && (hasArg || !needsArg)
                && proto.upvalueNames.length <= proto.upvalues
                && code.length > 0
                && Instruction.opcode(code[code.length - 1]) == Instruction.RETURN;
    }

    private boolean instructionIsSound(int i) {
        int opcode = Instruction.opcode(i);
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int c = Instruction.c(i);
        if (opcode >= Instruction.OPCODES || !isRegister(a) || !unusedAreZero(opcode, b, c)) {
            return false;
        }
        return switch (opcode) {
            case Instruction.MOVE, Instruction.UNM, Instruction.NOT, Instruction.LEN -> isRegister(b);
            case Instruction.LOADK -> Instruction.bx(i) < proto.constRef.length;
            case Instruction.LOADBOOL -> c == 0 || skipsOne();
            case Instruction.LOADNIL -> isRegister(b);
            case Instruction.GETUPVAL, Instruction.SETUPVAL -> b < proto.upvalues;
            case Instruction.GETGLOBAL, Instruction.SETGLOBAL -> isName(Instruction.bx(i));
            case Instruction.GETTABLE -> isRegister(b) && isOperand(c);
            case Instruction.SELF -> isRegister(a + 1) && isRegister(b) && isOperand(c);
            case Instruction.CONCAT -> b < c && isRegister(c);
            case Instruction.JMP -> jumps(i);
            case Instruction.EQ, Instruction.LT, Instruction.LE -> isOperand(b) && isOperand(c) && testsJump();
            case Instruction.TEST -> isRegister(b) && testsJump();
            case Instruction.TESTSET -> isRegister(b) && testsJump();
            case Instruction.CALL, Instruction.TAILCALL -> callIsSound(a, b, c);
            case Instruction.RETURN -> b == 0 ? followsOpenList() : isRegister(a + b - 2);
            case Instruction.FORLOOP, Instruction.FORPREP -> isRegister(a + 3) && jumps(i);
            case Instruction.TFORLOOP -> c >= 1 && isRegister(a + 2 + c) && isRegister(a + 5) && testsJump();
            case Instruction.SETLIST -> setListIsSound(a, b, c);
            case Instruction.CLOSURE -> closureIsSound(Instruction.bx(i));
            case Instruction.VARARG -> varargIsSound(a, b);
            case Instruction.NEWTABLE, Instruction.CLOSE -> true;
            default -> isOperand(b) && isOperand(c); // SETTABLE and arithmetic
        };
    }

    private static boolean unusedAreZero(int opcode, int b, int c) {
        return switch (opcode) {
            case Instruction.MOVE,
                    Instruction.LOADNIL,
                    Instruction.GETUPVAL,
                    Instruction.SETUPVAL,
                    Instruction.UNM,
                    Instruction.NOT,
                    Instruction.LEN,
                    Instruction.RETURN,
                    Instruction.VARARG -> c == 0;
            case Instruction.TFORLOOP -> b == 0;
            case Instruction.CLOSE -> b == 0 && c == 0;
            default -> true;
        };
    }

    private boolean isRegister(int register) {
        return register < proto.maxStack;
    }

    private boolean isOperand(int operand) {
        return Instruction.isConstant(operand)
                ? Instruction.constantIndex(operand) < proto.constRef.length
                : isRegister(operand);
    }

    private boolean isName(int constant) {
        return constant < proto.constRef.length && proto.constRef[constant] instanceof LuaString;
    }

    private boolean jumps(int i) {
        int target = pc + 1 + Instruction.sbx(i);
        if (target < 0 || target >= code.length) {
            return false;
        }
        targets.set(target);
        return true;
    }

    private boolean skipsOne() {
        targets.set(pc + 2);
        return pc + 2 < code.length;
    }

    private boolean testsJump() {
        return skipsOne() && Instruction.opcode(code[pc + 1]) == Instruction.JMP;
    }

    private boolean callIsSound(int a, int b, int c) {
        boolean takes = b == 0 ? followsOpenList() : isRegister(a + b - 1);
        boolean gives = c == 0 ? isUsedNext() : isRegister(a + Math.max(c - 2, 0));
        return takes && gives;
    }

    private boolean varargIsSound(int a, int b) {
        boolean hasVarargs = (proto.varargFlags & Proto.IS_VARARG) != 0 && (proto.varargFlags & Proto.NEEDS_ARG) == 0;
        return hasVarargs && (b == 0 ? isUsedNext() : isRegister(a + Math.max(b - 2, 0)));
    }

    /** An instruction that takes values up to the top stands right after one that set the top, and is reached only so. */
    private boolean followsOpenList() {
        noTarget.set(pc);
        if (pc == 0 || plainWords.get(pc - 1)) {
            return false;
        }
        int before = code[pc - 1];
        return switch (Instruction.opcode(before)) {
            case Instruction.CALL, Instruction.TAILCALL -> Instruction.c(before) == 0;
            case Instruction.VARARG -> Instruction.b(before) == 0;
            default -> false;
        };
    }

    private boolean isUsedNext() {
        if (pc + 1 >= code.length) {
            return false;
        }
        int after = code[pc + 1];
        return switch (Instruction.opcode(after)) {
            case Instruction.CALL, Instruction.TAILCALL, Instruction.RETURN, Instruction.SETLIST ->
                Instruction.b(after) == 0;
            default -> false;
        };
    }

    private boolean setListIsSound(int a, int b, int c) {
        boolean items = b == 0 ? followsOpenList() : isRegister(a + b);
        if (c == 0) {
            pc++;
            noTarget.set(pc);
            plainWords.set(pc);
            return items
                    && pc < code.length - 1
                    && code[pc] > 0
                    && code[pc] <= Integer.MAX_VALUE / Instruction.FIELDS_PER_FLUSH - Instruction.FIELDS_PER_FLUSH;
        }
        return items;
    }

    /** Each upvalue has one instruction after CLOSURE that only says where it comes from. */
    private boolean closureIsSound(int index) {
        if (index >= proto.protos.length) {
            return false;
        }
        int upvalues = proto.protos[index].upvalues;
        if (pc + upvalues >= code.length) {
            return false;
        }
        for (int n = 0; n < upvalues; n++) {
            pc++;
            noTarget.set(pc);
            int opcode = Instruction.opcode(code[pc]);
            if ((opcode != Instruction.MOVE && opcode != Instruction.GETUPVAL) || !instructionIsSound(code[pc])) {
                return false;
            }
        }
        return pc + 1 < code.length;
    }
}
