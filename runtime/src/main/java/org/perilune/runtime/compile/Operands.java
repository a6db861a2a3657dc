package org.perilune.runtime.compile;

/** Brings expressions to where an instruction can use them, and stores values into variables. */
final class Operands {
    private static final int NO_JUMP = CodeWriter.NO_JUMP;

    private final CodeWriter code;
    private final ConstantPool constants;
    private final Locals locals;
    private final Registers registers;

    Operands(CodeWriter code, ConstantPool constants, Locals locals, Registers registers) {
        this.code = code;
        this.constants = constants;
        this.locals = locals;
        this.registers = registers;
    }

    // ---- lists of values

    /** Sets how many values a call or {@code ...} gives, -1 for all; other expressions give one anyway. */
    void wantResults(Expr e, int count) {
        if (e.kind == Expr.Kind.CALL) {
            code.set(e.info, Instruction.withC(code.get(e.info), count + 1));
        } else if (e.kind == Expr.Kind.VARARG) {
            int counted = Instruction.withB(code.get(e.info), count + 1);
            code.set(e.info, Instruction.withA(counted, registers.free()));
            registers.reserve(1);
        }
    }

    /** Lets a call or {@code ...} give one value. */
    void wantOneResult(Expr e) {
        if (e.kind == Expr.Kind.CALL) {
            e.become(Expr.Kind.REGISTER, Instruction.a(code.get(e.info)));
        } else if (e.kind == Expr.Kind.VARARG) {
            code.set(e.info, Instruction.withB(code.get(e.info), 2));
            e.kind = Expr.Kind.OPEN;
        }
    }

    // ---- into registers

    /** Reads a variable; the value is then in a register, or an instruction waits to be told which. */
    void read(Expr e) {
        switch (e.kind) {
            case LOCAL -> e.kind = Expr.Kind.REGISTER;
            case UPVALUE -> e.become(Expr.Kind.OPEN, code.abc(Instruction.GETUPVAL, 0, e.info, 0));
            case GLOBAL -> e.become(Expr.Kind.OPEN, code.abx(Instruction.GETGLOBAL, 0, e.info));
            case INDEXED -> {
                registers.release(e.key);
                registers.release(e.info);
                e.become(Expr.Kind.OPEN, code.abc(Instruction.GETTABLE, 0, e.info, e.key));
            }
            case CALL, VARARG -> wantOneResult(e);
            default -> {
                // The value is there already.
            }
        }
    }

    private void load(Expr e, int register) {
        read(e);
        switch (e.kind) {
            case NIL -> code.nil(register, 1, locals.active());
            case FALSE -> code.abc(Instruction.LOADBOOL, register, 0, 0);
            case TRUE -> code.abc(Instruction.LOADBOOL, register, 1, 0);
            case CONSTANT -> code.abx(Instruction.LOADK, register, e.info);
            case NUMBER -> code.abx(Instruction.LOADK, register, constants.number(e.number));
            case OPEN -> code.set(e.info, Instruction.withA(code.get(e.info), register));
            case REGISTER -> {
                if (register != e.info) {
                    code.abc(Instruction.MOVE, register, e.info, 0);
                }
            }
            default -> {
                return; // a jump has no value yet
            }
        }
        e.become(Expr.Kind.REGISTER, register);
    }

    /** Brings the value into some register, leaving the jumps alone. */
    void loadSomewhere(Expr e) {
        if (e.kind != Expr.Kind.REGISTER) {
            registers.reserve(1);
            load(e, registers.free() - 1);
        }
    }

    private void intoRegister(Expr e, int register) {
        load(e, register);
        if (e.kind == Expr.Kind.JUMP) {
            e.whenTrue = code.join(e.whenTrue, e.info);
        }
        if (e.hasJumps()) {
            int loadFalse = NO_JUMP;
            int loadTrue = NO_JUMP;
            if (code.needsValue(e.whenTrue) || code.needsValue(e.whenFalse)) {
                int past = e.kind == Expr.Kind.JUMP ? NO_JUMP : code.jump();
                loadFalse = loadBool(register, 0, 1);
                loadTrue = loadBool(register, 1, 0);
                code.patchToHere(past);
            }
            int end = code.label();
            code.patch(e.whenFalse, end, register, loadFalse);
            code.patch(e.whenTrue, end, register, loadTrue);
        }
        e.be(Expr.Kind.REGISTER, register);
    }

    private int loadBool(int register, int value, int skip) {
        code.label();
        return code.abc(Instruction.LOADBOOL, register, value, skip);
    }

    /** Brings the value into the next free register. */
    void intoNextRegister(Expr e) {
        read(e);
        registers.release(e);
        registers.reserve(1);
        intoRegister(e, registers.free() - 1);
    }

    /** Brings the value into a register, the one it is in if possible; returns that. */
    int intoAnyRegister(Expr e) {
        read(e);
        if (e.kind == Expr.Kind.REGISTER) {
            if (!e.hasJumps()) {
                return e.info;
            }
            if (e.info >= locals.active()) {
                intoRegister(e, e.info);
                return e.info;
            }
        }
        intoNextRegister(e);
        return e.info;
    }

    /** Makes the expression a value without jumps. */
    void intoValue(Expr e) {
        if (e.hasJumps()) {
            intoAnyRegister(e);
        } else {
            read(e);
        }
    }

    /** The value as an operand that names a register or a constant. */
    int operand(Expr e) {
        intoValue(e);
        int constant = constant(e);
        if (constant >= 0) {
            e.become(Expr.Kind.CONSTANT, constant);
            if (constant <= Instruction.MAX_OPERAND_CONSTANT) {
                return constant | Instruction.CONSTANT_BIT;
            }
        }
        return intoAnyRegister(e);
    }

    /** Number of the constant that the expression is, or -1 when it is none or no further one can be named. */
    private int constant(Expr e) {
        if (e.kind == Expr.Kind.CONSTANT) {
            return e.info;
        }
        if (constants.count() > Instruction.MAX_OPERAND_CONSTANT) {
            return -1;
        }
        return switch (e.kind) {
            case NUMBER -> constants.number(e.number);
            case TRUE -> constants.bool(true);
            case FALSE -> constants.bool(false);
            case NIL -> constants.nil();
            default -> -1;
        };
    }

    // ---- variables

    /** Stores a value into a variable. */
    void store(Expr variable, Expr value) {
        switch (variable.kind) {
            case LOCAL -> {
                registers.release(value);
                intoRegister(value, variable.info);
                return;
            }
            case UPVALUE -> code.abc(Instruction.SETUPVAL, intoAnyRegister(value), variable.info, 0);
            case GLOBAL -> code.abx(Instruction.SETGLOBAL, intoAnyRegister(value), variable.info);
            default -> code.abc(Instruction.SETTABLE, variable.info, variable.key, operand(value));
        }
        registers.release(value);
    }

    /** Makes {@code table}, which is in a register, the entry of it under {@code key}. */
    void index(Expr table, Expr key) {
        table.key = operand(key);
        table.kind = Expr.Kind.INDEXED;
    }

    /** Prepares a method call: the function and, in the next register, its object. */
    void method(Expr object, Expr name) {
        intoAnyRegister(object);
        registers.release(object);
        int function = registers.free();
        registers.reserve(2);
        code.abc(Instruction.SELF, function, object.info, operand(name));
        registers.release(name);
        object.become(Expr.Kind.REGISTER, function);
    }

    /**
     * Adds the instruction that stores the {@code pending} list items above a table's register into it, all items up to
     * the top for -1.
     *
     * @param items list items so far, these included
     */
    void setList(int table, int items, int pending) {
        int batch = (items - 1) / Instruction.FIELDS_PER_FLUSH + 1;
        int count = pending == -1 ? 0 : pending;
        if (batch <= Instruction.MAX_C) {
            code.abc(Instruction.SETLIST, table, count, batch);
        } else {
            code.abc(Instruction.SETLIST, table, count, 0);
            code.add(batch);
        }
        registers.freeFrom(table + 1);
    }
}
