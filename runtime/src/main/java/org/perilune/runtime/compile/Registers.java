package org.perilune.runtime.compile;

import org.perilune.runtime.value.Proto;

/** A function's registers: active locals at the bottom, temporaries on top of them. */
final class Registers {
    /** A function needs fewer registers than this. */
    static final int LIMIT = 250;
    /** Registers that every function has. */
    private static final int ALWAYS = 2;

    private final Proto proto;
    private final Lexer lexer;
    private final Locals locals;
    /** First free register. */
    private int free;

    Registers(Proto proto, Lexer lexer, Locals locals) {
        this.proto = proto;
        this.lexer = lexer;
        this.locals = locals;
        proto.maxStack = ALWAYS;
    }

    int free() {
        return free;
    }

    /** Lets all registers from {@code first} on be free. */
    void freeFrom(int first) {
        free = first;
    }

    /** Lets all registers be free that hold no local. */
    void freeTemporaries() {
        free = locals.active();
    }

    /** Sees to it that {@code count} more registers exist. */
    void need(int count) {
        int wanted = free + count;
        if (wanted > proto.maxStack) {
            if (wanted >= LIMIT) {
                throw lexer.error("function or expression too complex");
            }
            proto.maxStack = wanted;
        }
    }

    /** Takes the next {@code count} registers. */
    void reserve(int count) {
        need(count);
        free += count;
    }

    /** Gives back the topmost register, unless the operand is a constant or holds a local. */
    void release(int operand) {
        if (!Instruction.isConstant(operand) && operand >= locals.active()) {
            free--;
        }
    }

    /** Gives back an expression's register. */
    void release(Expr e) {
        if (e.kind == Expr.Kind.REGISTER) {
            release(e.info);
        }
    }
}
