package org.perilune.runtime.exec;

import org.perilune.runtime.compile.ChunkId;
import org.perilune.runtime.compile.LineInfo;
import org.perilune.runtime.value.CallInfo;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Messages;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/** Raises the machine's own errors, with the firmware's texts and positions. */
final class Errors {
    private Errors() {}

    /** Raises an error whose text gets the running function's position in front. */
    static LuaError run(LuaState lua, String pattern, Object... arguments) {
        LuaString text = Messages.push(lua, pattern, arguments);
        CallInfo ci = lua.ci;
        if (lua.ref[ci.func] instanceof LuaClosure closure) {
            Messages.push(
                    lua,
                    "%s:%d: %s",
                    ChunkId.of(closure.proto.source.toString(), ChunkId.RUNTIME_SIZE),
                    currentLine(lua, lua.depth),
                    text);
        }
        throw raise(lua);
    }

    /** Raises the value on the stack's top, passing it through the error handler of xpcall. */
    static LuaError raise(LuaState lua) {
        if (lua.errorHandler != 0) {
            Object handler = lua.ref[lua.errorHandler];
            if (!Value.isFunction(handler)) {
                throw new Calls.HandlerFailure();
            }
            lua.ref[lua.top] = lua.ref[lua.top - 1];
            lua.num[lua.top] = lua.num[lua.top - 1];
            lua.ref[lua.top - 1] = handler;
            lua.ensureStack(1);
            lua.top++;
            Calls.call(lua, lua.top - 2, 1);
        }
        throw new LuaError(lua.ref[lua.top - 1], lua.num[lua.top - 1]);
    }

    /** Line that a level of call is at, or -1 for a native function. */
    static int currentLine(LuaThread thread, int level) {
        CallInfo ci = thread.calls[level];
        if (!(thread.ref[ci.func] instanceof LuaClosure closure)) {
            return -1;
        }
        return LineInfo.line(closure.proto, currentPc(thread, level));
    }

    /** The instruction a level of call is executing. */
    static int currentPc(LuaThread thread, int level) {
        int next = level == thread.depth ? thread.savedPc : thread.calls[level].pc;
        return next - 1;
    }

    /**
     * Raises "attempt to {@code operation} a ... value".
     *
     * @param slot where the value lies on the stack, so that its variable can be named; -1 when it does not
     */
    static LuaError type(LuaState lua, int slot, Object ref, String operation) {
        String type = errorTypeName(ref);
        CallInfo ci = lua.ci;
        VariableNames.Name name =
                slot >= ci.base && slot < ci.top ? VariableNames.ofRegister(lua, lua.depth, slot - lua.base) : null;
        if (name == null) {
            throw run(lua, "attempt to %s a %s value", operation, type);
        }
        throw run(lua, "attempt to %s %s '%s' (a %s value)", operation, name.kind(), name.text(), type);
    }

    private static String errorTypeName(Object ref) {
        return Value.typeName(ref);
    }

    /** Raises what is wrong with two operands of an arithmetic operator. */
    static LuaError arithmetic(LuaState lua, int slot1, Object ref1, double num1, int slot2, Object ref2) {
        boolean firstIsFine = !NumberText.isFailure(Operations.toNumber(ref1, num1));
        throw firstIsFine
                ? type(lua, slot2, ref2, "perform arithmetic on")
                : type(lua, slot1, ref1, "perform arithmetic on");
    }

    /** Raises that two values have no order. */
    static LuaError order(LuaState lua, Object ref1, Object ref2) {
        String type1 = errorTypeName(ref1);
        String type2 = errorTypeName(ref2);
        // Third letters compared, as the firmware does: it tells all types apart but string and thread.
        if (type1.charAt(2) == type2.charAt(2)) {
            throw run(lua, "attempt to compare two %s values", type1);
        }
        throw run(lua, "attempt to compare %s with %s", type1, type2);
    }

    /** Pushes "chunk:line: " for a level of call (1 for the function that called the running one), or "". */
    static void pushWhere(LuaState lua, int level) {
        int at = Frames.find(lua, level);
        int line = Frames.currentLine(lua, at);
        if (line > 0) {
            Proto proto = ((LuaClosure) lua.ref[lua.calls[at].func]).proto;
            lua.pushMessage("%s:%d: ", ChunkId.of(proto.source.toString(), ChunkId.RUNTIME_SIZE), line);
            return;
        }
        lua.push("");
    }
}
