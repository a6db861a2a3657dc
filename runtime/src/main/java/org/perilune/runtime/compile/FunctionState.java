package org.perilune.runtime.compile;

import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Proto;

/** A function being compiled. Its prototype and its table of constants are anchored on the Lua stack meanwhile. */
final class FunctionState {
    final FunctionState outer;
    final Proto proto;
    final CodeWriter code;
    final ConstantPool constants;
    final Locals locals;
    final Registers registers;
    final Operands operands;
    final Operators operators;
    private final LuaThread thread;
    private final Lexer lexer;
    private final LuaTable constantNumbers;
    private final Upvalues upvalues;
    private Block block;
    private int protos;

    /** Begins a function; its names and strings are anchored in it from now on. */
    FunctionState(LuaThread thread, Lexer lexer, LuaString source, FunctionState outer) {
        this.thread = thread;
        this.lexer = lexer;
        this.outer = outer;
        proto = new Proto(thread.vm());
        proto.source = source;
        constantNumbers = new LuaTable(thread, 0, 0);
        code = new CodeWriter(thread, proto, lexer);
        constants = new ConstantPool(thread, proto, constantNumbers);
        locals = new Locals(thread, proto, lexer);
        registers = new Registers(proto, lexer, locals);
        upvalues = new Upvalues(thread, proto, lexer);
        operands = new Operands(code, constants, locals, registers);
        operators = new Operators(code, operands, registers);
        lexer.anchorIn(constantNumbers);
        Anchors.push(thread, constantNumbers);
        Anchors.push(thread, proto);
    }

    /** Ends the function: last return, vectors cut to their lengths, anchors taken off. */
    void finish() {
        locals.deactivate(0, code.pc());
        code.giveBack(0, 0);
        code.finish();
        constants.finish();
        Heap heap = thread.vm().heap();
        proto.resizeProtos(heap, protos);
        locals.finish();
        upvalues.finish();
        lexer.anchorIn(outer == null ? null : outer.constantNumbers);
        // The token read last was anchored in the function that ends here.
        lexer.anchorCurrent();
        thread.top -= 2;
    }

    // ---- blocks

    Block block() {
        return block;
    }

    Block enterBlock(boolean isLoop) {
        block = new Block(block, locals.active(), isLoop);
        return block;
    }

    void leaveBlock() {
        Block left = block;
        block = left.outer;
        locals.deactivate(left.level, code.pc());
        if (left.captured) {
            code.abc(Instruction.CLOSE, left.level, 0, 0);
        }
        registers.freeTemporaries();
        code.patchToHere(left.breaks);
    }

    private void markCaptured(int register) {
        Block holder = block;
        while (holder != null && holder.level > register) {
            holder = holder.outer;
        }
        if (holder != null) {
            holder.captured = true;
        }
    }

    // ---- variables

    /** Finds out what a name means here: local, upvalue, or global by default. */
    void resolve(LuaString name, Expr result) {
        if (find(this, name, result, false)) {
            return;
        }
        result.be(Expr.Kind.GLOBAL, constants.string(name));
    }

    private static boolean find(FunctionState function, LuaString name, Expr result, boolean fromInside) {
        if (function == null) {
            return false;
        }
        int register = function.locals.find(name);
        if (register >= 0) {
            result.be(Expr.Kind.LOCAL, register);
            if (fromInside) {
                function.markCaptured(register);
            }
            return true;
        }
        if (!find(function.outer, name, result, true)) {
            return false;
        }
        result.become(Expr.Kind.UPVALUE, function.upvalues.find(name, result));
        return true;
    }

    /** Adds the instructions that make a closure of an inner function. */
    void closure(FunctionState inner, Expr result) {
        if (protos == proto.protos.length) {
            proto.resizeProtos(
                    thread.vm().heap(), Growth.next(thread, protos, Instruction.MAX_BX, "constant table overflow"));
        }
        proto.protos[protos++] = inner.proto;
        proto.refersTo(thread.vm(), inner.proto);
        result.be(Expr.Kind.OPEN, code.abx(Instruction.CLOSURE, 0, protos - 1));
        for (int i = 0; i < inner.proto.upvalues; i++) {
            int opcode = inner.upvalues.isLocal(i) ? Instruction.MOVE : Instruction.GETUPVAL;
            code.abc(opcode, 0, inner.upvalues.index(i), 0);
        }
    }
}
