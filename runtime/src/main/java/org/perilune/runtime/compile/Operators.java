package org.perilune.runtime.compile;

/** Adds the instructions of unary, binary and logical operators, or computes the result where it is a constant. */
final class Operators {
    private static final int NO_JUMP = CodeWriter.NO_JUMP;

    private final CodeWriter code;
    private final Operands operands;
    private final Registers registers;

    Operators(CodeWriter code, Operands operands, Registers registers) {
        this.code = code;
        this.operands = operands;
        this.registers = registers;
    }

    // ---- unary operators

    void minus(Expr e) {
        if (!e.isNumeral()) {
            operands.intoAnyRegister(e);
        }
        unary(Instruction.UNM, e);
    }

    void length(Expr e) {
        operands.intoAnyRegister(e);
        unary(Instruction.LEN, e);
    }

    private void unary(int opcode, Expr e) {
        Expr zero = new Expr();
        zero.beNumber(0);
        arithmetic(opcode, e, zero);
    }

    void not(Expr e) {
        operands.read(e);
        switch (e.kind) {
            case NIL, FALSE -> e.kind = Expr.Kind.TRUE;
            case CONSTANT, NUMBER, TRUE -> e.kind = Expr.Kind.FALSE;
            case JUMP -> code.invert(e.info);
            default -> {
                operands.loadSomewhere(e);
                registers.release(e);
                e.become(Expr.Kind.OPEN, code.abc(Instruction.NOT, 0, e.info, 0));
            }
        }
        int exchanged = e.whenFalse;
        e.whenFalse = e.whenTrue;
        e.whenTrue = exchanged;
        code.dropValues(e.whenFalse);
        code.dropValues(e.whenTrue);
    }

    // ---- conditions

    /** Goes on where the expression is true; its list for false holds the jumps taken otherwise. */
    void goOnIfTrue(Expr e) {
        operands.read(e);
        int jump = switch (e.kind) {
            case CONSTANT, NUMBER, TRUE -> NO_JUMP;
            case JUMP -> {
                code.invert(e.info);
                yield e.info;
            }
            default -> jumpIf(e, 0);
        };
        e.whenFalse = code.join(e.whenFalse, jump);
        code.patchToHere(e.whenTrue);
        e.whenTrue = NO_JUMP;
    }

    /** Goes on where the expression is false; its list for true holds the jumps taken otherwise. */
    void goOnIfFalse(Expr e) {
        operands.read(e);
        int jump = switch (e.kind) {
            case NIL, FALSE -> NO_JUMP;
            case JUMP -> e.info;
            default -> jumpIf(e, 1);
        };
        e.whenTrue = code.join(e.whenTrue, jump);
        code.patchToHere(e.whenFalse);
        e.whenFalse = NO_JUMP;
    }

    private int jumpIf(Expr e, int condition) {
        if (e.kind == Expr.Kind.OPEN) {
            int last = code.get(e.info);
            if (Instruction.opcode(last) == Instruction.NOT) {
                code.dropLast();
                return code.testAndJump(Instruction.TEST, Instruction.b(last), 0, 1 - condition);
            }
        }
        operands.loadSomewhere(e);
        registers.release(e);
        return code.testAndJump(Instruction.TESTSET, Instruction.NO_REGISTER, e.info, condition);
    }

    // ---- binary operators

    /** Handles the left operand as soon as the operator is known. */
    void leftRead(BinaryOperator operator, Expr left) {
        switch (operator) {
            case AND -> goOnIfTrue(left);
            case OR -> goOnIfFalse(left);
            case CONCAT -> operands.intoNextRegister(left);
            case ADD, SUB, MUL, DIV, MOD, POW -> {
                if (!left.isNumeral()) {
                    operands.operand(left);
                }
            }
            default -> operands.operand(left);
        }
    }

    /** Applies the operator; {@code left} becomes the result. */
    void bothRead(BinaryOperator operator, Expr left, Expr right) {
        switch (operator) {
            case AND -> {
                operands.read(right);
                right.whenFalse = code.join(right.whenFalse, left.whenFalse);
                left.copy(right);
            }
            case OR -> {
                operands.read(right);
                right.whenTrue = code.join(right.whenTrue, left.whenTrue);
                left.copy(right);
            }
            case CONCAT -> concatenation(left, right);
            case EQ, LT, LE -> comparison(operator.opcode, true, left, right);
            case NE, GT, GE -> comparison(operator.opcode, false, left, right);
            default -> arithmetic(operator.opcode, left, right);
        }
    }

    private void concatenation(Expr left, Expr right) {
        operands.intoValue(right);
        if (right.kind == Expr.Kind.OPEN && Instruction.opcode(code.get(right.info)) == Instruction.CONCAT) {
            registers.release(left);
            code.set(right.info, Instruction.withB(code.get(right.info), left.info));
            left.become(Expr.Kind.OPEN, right.info);
        } else {
            operands.intoNextRegister(right);
            arithmetic(Instruction.CONCAT, left, right);
        }
    }

    private void arithmetic(int opcode, Expr left, Expr right) {
        if (left.isNumeral() && right.isNumeral()) {
            double result = ConstantFolding.fold(opcode, left.number, right.number);
            if (!Double.isNaN(result)) {
                left.number = result;
                return;
            }
        }
        boolean unary = opcode == Instruction.UNM || opcode == Instruction.LEN;
        int second = unary ? 0 : operands.operand(right);
        int first = operands.operand(left);
        if (first > second) {
            registers.release(left);
            registers.release(right);
        } else {
            registers.release(right);
            registers.release(left);
        }
        left.become(Expr.Kind.OPEN, code.abc(opcode, 0, first, second));
    }

    /** There is no greater-than: its operands are exchanged. */
    private void comparison(int opcode, boolean holds, Expr left, Expr right) {
        int first = operands.operand(left);
        int second = operands.operand(right);
        registers.release(right);
        registers.release(left);
        int jump = holds || opcode == Instruction.EQ
                ? code.testAndJump(opcode, holds ? 1 : 0, first, second)
                : code.testAndJump(opcode, 1, second, first);
        left.become(Expr.Kind.JUMP, jump);
    }
}
