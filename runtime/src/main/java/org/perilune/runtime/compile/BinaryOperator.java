package org.perilune.runtime.compile;

/** The binary operators. One binds its left operand if its left priority is above the right one of what precedes. */
enum BinaryOperator {
    ADD(6, 6, Instruction.ADD),
    SUB(6, 6, Instruction.SUB),
    MUL(7, 7, Instruction.MUL),
    DIV(7, 7, Instruction.DIV),
    MOD(7, 7, Instruction.MOD),
    POW(10, 9, Instruction.POW),
    CONCAT(5, 4, Instruction.CONCAT),
    EQ(3, 3, Instruction.EQ),
    NE(3, 3, Instruction.EQ),
    LT(3, 3, Instruction.LT),
    LE(3, 3, Instruction.LE),
    GT(3, 3, Instruction.LT),
    GE(3, 3, Instruction.LE),
    AND(2, 2, -1),
    OR(1, 1, -1);

    /** Priority of all unary operators. */
    static final int UNARY_PRIORITY = 8;

    final int left;
    final int right;
    final int opcode;

    BinaryOperator(int left, int right, int opcode) {
        this.left = left;
        this.right = right;
        this.opcode = opcode;
    }

    /** The operator of a token, or null. */
    static BinaryOperator of(int token) {
        return switch (token) {
            case '+' -> ADD;
            case '-' -> SUB;
            case '*' -> MUL;
            case '/' -> DIV;
            case '%' -> MOD;
            case '^' -> POW;
            case Token.CONCAT -> CONCAT;
            case Token.NE -> NE;
            case Token.EQ -> EQ;
            case '<' -> LT;
            case Token.LE -> LE;
            case '>' -> GT;
            case Token.GE -> GE;
            case Token.AND -> AND;
            case Token.OR -> OR;
            default -> null;
        };
    }
}
