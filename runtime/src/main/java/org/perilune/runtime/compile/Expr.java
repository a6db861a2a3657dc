package org.perilune.runtime.compile;

/**
 * An expression on its way into a register. Besides its value it may have two lists of jumps that leave it early, one
 * for when it is true and one for when it is false.
 */
final class Expr {
    /** Where the value is. */
    enum Kind {
        /** No value. */
        VOID,
        NIL,
        TRUE,
        FALSE,
        /** {@link #info} is the constant's number. */
        CONSTANT,
        /** {@link #number} is the value. */
        NUMBER,
        /** {@link #info} is the register. */
        LOCAL,
        /** {@link #info} is the upvalue's number. */
        UPVALUE,
        /** {@link #info} is the number of the constant that names it. */
        GLOBAL,
        /** {@link #info} is the table's register, {@link #key} the key's register or constant operand. */
        INDEXED,
        /** {@link #info} is the place of the jump taken when the comparison holds. */
        JUMP,
        /** {@link #info} is the place of an instruction whose A is still open. */
        OPEN,
        /** {@link #info} is the register. */
        REGISTER,
        /** {@link #info} is the place of the call. */
        CALL,
        /** {@link #info} is the place of the instruction. */
        VARARG
    }

    private static final int NO_JUMP = CodeWriter.NO_JUMP;

    Kind kind = Kind.VOID;
    int info;
    int key;
    double number;
    /** Jumps taken when the expression is true. */
    int whenTrue = NO_JUMP;
    /** Jumps taken when the expression is false. */
    int whenFalse = NO_JUMP;

    /** Makes it a fresh expression without jumps. */
    Expr be(Kind newKind, int newInfo) {
        kind = newKind;
        info = newInfo;
        whenTrue = NO_JUMP;
        whenFalse = NO_JUMP;
        return this;
    }

    /** Makes it a number. */
    void beNumber(double value) {
        be(Kind.NUMBER, 0);
        number = value;
    }

    /** Moves the value without touching the jumps. */
    void become(Kind newKind, int newInfo) {
        kind = newKind;
        info = newInfo;
    }

    void copy(Expr other) {
        kind = other.kind;
        info = other.info;
        key = other.key;
        number = other.number;
        whenTrue = other.whenTrue;
        whenFalse = other.whenFalse;
    }

    boolean hasJumps() {
        return whenTrue != whenFalse;
    }

    boolean isNumeral() {
        return kind == Kind.NUMBER && whenTrue == NO_JUMP && whenFalse == NO_JUMP;
    }

    /** Whether it may give any number of values. */
    boolean isOpenList() {
        return kind == Kind.CALL || kind == Kind.VARARG;
    }

    /** Whether it can be assigned to. */
    boolean isVariable() {
        return switch (kind) {
            case LOCAL, UPVALUE, GLOBAL, INDEXED -> true;
            default -> false;
        };
    }
}
