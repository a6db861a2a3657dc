package org.perilune.runtime.compile;

/**
 * One bytecode instruction: an int with the opcode in bits 0 to 5, A in 6 to 13, C in 14 to 22 and B in 23 to 31. Bx is
 * B and C together, sBx the same with an offset so that it may be negative. Operands B and C that may be a register or
 * a constant have {@link #CONSTANT_BIT} set for a constant.
 */
public final class Instruction {
    public static final int MOVE = 0;
    public static final int LOADK = 1;
    public static final int LOADBOOL = 2;
    public static final int LOADNIL = 3;
    public static final int GETUPVAL = 4;
    public static final int GETGLOBAL = 5;
    public static final int GETTABLE = 6;
    public static final int SETGLOBAL = 7;
    public static final int SETUPVAL = 8;
    public static final int SETTABLE = 9;
    public static final int NEWTABLE = 10;
    public static final int SELF = 11;
    public static final int ADD = 12;
    public static final int SUB = 13;
    public static final int MUL = 14;
    public static final int DIV = 15;
    public static final int MOD = 16;
    public static final int POW = 17;
    public static final int UNM = 18;
    public static final int NOT = 19;
    public static final int LEN = 20;
    public static final int CONCAT = 21;
    public static final int JMP = 22;
    public static final int EQ = 23;
    public static final int LT = 24;
    public static final int LE = 25;
    public static final int TEST = 26;
    public static final int TESTSET = 27;
    public static final int CALL = 28;
    public static final int TAILCALL = 29;
    public static final int RETURN = 30;
    public static final int FORLOOP = 31;
    public static final int FORPREP = 32;
    public static final int TFORLOOP = 33;
    public static final int SETLIST = 34;
    public static final int CLOSE = 35;
    public static final int CLOSURE = 36;
    public static final int VARARG = 37;
    /** Number of opcodes. */
    public static final int OPCODES = 38;

    /** Bit of operands B and C that says constant, not register. */
    public static final int CONSTANT_BIT = 1 << 8;
    /** Highest constant that an operand B or C can name. */
    public static final int MAX_OPERAND_CONSTANT = CONSTANT_BIT - 1;
    /** Highest value of Bx. */
    public static final int MAX_BX = (1 << 18) - 1;
    /** Highest value of sBx; the lowest is its negative. */
    public static final int MAX_SBX = MAX_BX >> 1;
    /** Highest value of C. */
    public static final int MAX_C = (1 << 9) - 1;
    /** An A that names no register. */
    public static final int NO_REGISTER = 255;
    /** List items that one SETLIST stores. */
    public static final int FIELDS_PER_FLUSH = 50;

    private static final int A_SHIFT = 6;
    private static final int C_SHIFT = 14;
    private static final int B_SHIFT = 23;

    private static final String[] NAMES = {
        "MOVE",
        "LOADK",
        "LOADBOOL",
        "LOADNIL",
        "GETUPVAL",
        "GETGLOBAL",
        "GETTABLE",
        "SETGLOBAL",
        "SETUPVAL",
        "SETTABLE",
        "NEWTABLE",
        "SELF",
        "ADD",
        "SUB",
        "MUL",
        "DIV",
        "MOD",
        "POW",
        "UNM",
        "NOT",
        "LEN",
        "CONCAT",
        "JMP",
        "EQ",
        "LT",
        "LE",
        "TEST",
        "TESTSET",
        "CALL",
        "TAILCALL",
        "RETURN",
        "FORLOOP",
        "FORPREP",
        "TFORLOOP",
        "SETLIST",
        "CLOSE",
        "CLOSURE",
        "VARARG"
    };

    private Instruction() {}

    public static int opcode(int instruction) {
        return instruction & 0x3f;
    }

    public static int a(int instruction) {
        return instruction >>> A_SHIFT & 0xff;
    }

    public static int b(int instruction) {
        return instruction >>> B_SHIFT;
    }

    public static int c(int instruction) {
        return instruction >>> C_SHIFT & 0x1ff;
    }

    public static int bx(int instruction) {
        return instruction >>> C_SHIFT;
    }

    public static int sbx(int instruction) {
        return (instruction >>> C_SHIFT) - MAX_SBX;
    }

    /** Whether an operand B or C names a constant. */
    public static boolean isConstant(int operand) {
        return (operand & CONSTANT_BIT) != 0;
    }

    /** Number of the constant that an operand B or C names. */
    public static int constantIndex(int operand) {
        return operand & ~CONSTANT_BIT;
    }

    /** An instruction with operands A, B and C. */
    public static int abc(int opcode, int a, int b, int c) {
        return opcode | a << A_SHIFT | b << B_SHIFT | c << C_SHIFT;
    }

    /** An instruction with operands A and Bx. */
    public static int abx(int opcode, int a, int bx) {
        return opcode | a << A_SHIFT | bx << C_SHIFT;
    }

    /** An instruction with operands A and sBx. */
    public static int asbx(int opcode, int a, int sbx) {
        return abx(opcode, a, sbx + MAX_SBX);
    }

    static int withOpcode(int instruction, int opcode) {
        return instruction & ~0x3f | opcode;
    }

    static int withA(int instruction, int a) {
        return instruction & ~(0xff << A_SHIFT) | a << A_SHIFT;
    }

    static int withB(int instruction, int b) {
        return instruction & ~(0x1ff << B_SHIFT) | b << B_SHIFT;
    }

    static int withC(int instruction, int c) {
        return instruction & ~(0x1ff << C_SHIFT) | c << C_SHIFT;
    }

    static int withSbx(int instruction, int sbx) {
        return instruction & ((1 << C_SHIFT) - 1) | (sbx + MAX_SBX) << C_SHIFT;
    }

    /** Whether the instruction is a test, after which a jump stands that the test may skip. */
    static boolean isTest(int opcode) {
        return (opcode >= EQ && opcode <= TESTSET) || opcode == TFORLOOP;
    }

    /** Name of an opcode, for listings. */
    public static String name(int opcode) {
        return NAMES[opcode];
    }
}
