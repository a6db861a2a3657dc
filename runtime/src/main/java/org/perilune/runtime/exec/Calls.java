package org.perilune.runtime.exec;

import org.perilune.runtime.compile.CompileError;
import org.perilune.runtime.value.CallInfo;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Metamethod;
import org.perilune.runtime.value.NativeClosure;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/** The calling convention: entering and leaving functions, protected calls, coroutines. */
final class Calls {
    /** A Lua function was entered: the interpreter goes on in it. */
    static final int LUA = 0;
    /** A native function has run to its end. */
    static final int NATIVE = 1;
    /** A native function has yielded. */
    static final int YIELD = 2;

    /** All results are wanted. */
    static final int ALL = -1;

    /** Nested native calls at which "C stack overflow" is raised. */
    static final int MAX_NATIVE_CALLS = 200;

    private Calls() {}

    /**
     * Begins a call of the value in slot {@code func} with all values above it.
     *
     * @param results how many results are wanted, or {@link #ALL}
     * @return {@link #LUA}, {@link #NATIVE} or {@link #YIELD}
     */
    static int enter(LuaState lua, int func, int results) {
        lua.vm().work();
        Object callee = lua.ref[func];
        if (!Value.isFunction(callee)) {
            callee = insertCallHandler(lua, func);
        }
        lua.ci.pc = lua.savedPc;
        if (callee instanceof LuaClosure closure) {
            enterLua(lua, closure, func, results);
            return LUA;
        }
        NativeFunction code = (NativeFunction)
                (callee instanceof LightFunction light ? light.code() : ((NativeClosure) callee).code());
        lua.ensureStack(LuaThread.MIN_STACK);
        pushCall(lua);
        CallInfo ci = lua.ci;
        ci.func = func;
        ci.base = func + 1;
        lua.base = func + 1;
        ci.top = lua.top + LuaThread.MIN_STACK;
        ci.results = results;
        int count = code.call(lua);
        if (count < 0) {
            return YIELD;
        }
        leave(lua, lua.top - count);
        return NATIVE;
    }

    private static void pushCall(LuaState lua) {
        if (lua.pushCall()) {
            throw Errors.run(lua, "stack overflow");
        }
    }

    static void enterLua(LuaState lua, LuaClosure closure, int func, int results) {
        Proto proto = closure.proto;
        lua.ensureStack(proto.maxStack);
        int base;
        if (proto.varargFlags == 0) {
            base = func + 1;
            if (lua.top > base + proto.parameters) {
                lua.top = base + proto.parameters;
            }
        } else {
            base = adjustVarargs(lua, proto, lua.top - func - 1);
        }
        pushCall(lua);
        CallInfo ci = lua.ci;
        ci.func = func;
        ci.base = base;
        ci.top = base + proto.maxStack;
        ci.results = results;
        lua.base = base;
        lua.savedPc = 0;
        for (int slot = lua.top; slot < ci.top; slot++) {
            lua.ref[slot] = null;
        }
        lua.top = ci.top;
    }

    /** Moves the fixed parameters above the extra arguments; returns the new base. */
    private static int adjustVarargs(LuaState lua, Proto proto, int given) {
        int fixed = proto.parameters;
        int actual = given;
        for (; actual < fixed; actual++) {
            lua.ref[lua.top++] = null;
        }
        LuaTable argTable = null;
        if ((proto.varargFlags & Proto.NEEDS_ARG) != 0) {
            argTable = makeArgTable(lua, actual - fixed);
        }
        int from = lua.top - actual;
        int base = lua.top;
        // Room was made before the missing parameters and the collection that the table may have brought. The firmware
        // goes on past the end of its stack where that was too little; here the stack grows.
        if (base + proto.maxStack > lua.ref.length) {
            lua.ensureStack(proto.maxStack);
        }
        for (int i = 0; i < fixed; i++) {
            lua.ref[lua.top] = lua.ref[from + i];
            lua.num[lua.top] = lua.num[from + i];
            lua.top++;
            lua.ref[from + i] = null;
        }
        if (argTable != null) {
            lua.ref[lua.top++] = argTable;
        }
        return base;
    }

    /** The table {@code arg} of old-style vararg functions. */
    private static LuaTable makeArgTable(LuaState lua, int extra) {
        LuaVm vm = lua.vm();
        vm.collector().check();
        LuaTable table = new LuaTable(lua, extra, 1);
        lua.ref[lua.top] = table;
        lua.ensureStack(1);
        lua.top++;
        lua.fixStack(true);
        for (int i = 0; i < extra; i++) {
            int slot = lua.top - 1 - extra + i;
            table.setInt(vm, i + 1, lua.ref[slot], lua.num[slot]);
        }
        lua.fixStack(false);
        LuaString n = vm.strings().intern("n");
        table.setString(vm, n, Value.NUMBER, extra);
        lua.top--;
        return table;
    }

    private static Object insertCallHandler(LuaState lua, int func) {
        Object handler = lua.vm().metamethodOf(lua.ref[func], Metamethod.CALL);
        if (!Value.isFunction(handler)) {
            throw Errors.type(lua, func, lua.ref[func], "call");
        }
        lua.ensureStack(1);
        for (int slot = lua.top; slot > func; slot--) {
            lua.ref[slot] = lua.ref[slot - 1];
            lua.num[slot] = lua.num[slot - 1];
        }
        lua.top++;
        lua.ref[func] = handler;
        return handler;
    }

    /**
     * Ends the running call: moves its results, from slot {@code first} to the top, to where the caller wants them.
     *
     * @return whether a fixed number of results was wanted
     */
    static boolean leave(LuaState lua, int first) {
        CallInfo ci = lua.ci;
        lua.popCall();
        int wanted = ci.results;
        lua.base = lua.ci.base;
        lua.savedPc = lua.ci.pc;
        int to = ci.func;
        int from = first;
        int left = wanted;
        for (; left != 0 && from < lua.top; left--) {
            lua.ref[to] = lua.ref[from];
            lua.num[to++] = lua.num[from++];
        }
        for (; left > 0; left--) {
            lua.ref[to++] = null;
        }
        lua.top = to;
        return wanted != ALL;
    }

    /** Calls the value in slot {@code func} to its end; the results come to lie from that slot on. */
    static void call(LuaState lua, int func, int results) {
        lua.nativeCalls++;
        if (lua.nativeCalls >= MAX_NATIVE_CALLS) {
            if (lua.nativeCalls == MAX_NATIVE_CALLS) {
                throw Errors.run(lua, "C stack overflow");
            } else if (lua.nativeCalls >= MAX_NATIVE_CALLS + (MAX_NATIVE_CALLS >> 3)) {
                throw new HandlerFailure();
            }
        }
        if (enter(lua, func, results) == LUA) {
            Interpreter.execute(lua, 1);
        }
        lua.nativeCalls--;
        lua.vm().collector().check();
    }

    /** An error while a stack overflow was being handled. */
    static final class HandlerFailure extends LuaThread.StackOverflow {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Runs something that may fail. After an error the stack ends with the error value in slot {@code oldTop}.
     *
     * @param handler slot of the error handler, 0 for none
     */
    static int protect(LuaState lua, Runnable body, int oldTop, int handler) {
        int oldNativeCalls = lua.nativeCalls;
        int oldDepth = lua.depth;
        int oldHandler = lua.errorHandler;
        lua.errorHandler = handler;
        int status = Status.OK;
        try {
            body.run();
        } catch (RuntimeException e) {
            status = Status.of(e);
            afterThrow(lua);
            lua.closeUpvals(oldTop);
            setErrorValue(lua, e, status, oldTop);
            lua.nativeCalls = oldNativeCalls;
            lua.unwindTo(oldDepth);
        }
        lua.errorHandler = oldHandler;
        return status;
    }

    /** What every throw undoes in the firmware, wherever it happened. */
    private static void afterThrow(LuaState lua) {
        lua.fixStack(false);
        lua.vm().collector().block(false);
    }

    private static void setErrorValue(LuaState lua, RuntimeException e, int status, int slot) {
        Object ref;
        double num = 0;
        if (e instanceof LuaError error) {
            ref = error.ref();
            num = error.num();
        } else if (e instanceof CompileError error) {
            ref = error.text();
        } else if (status == Status.MEMORY_ERROR) {
            ref = lua.vm().memoryErrorText();
        } else {
            ref = lua.vm().strings().intern("error in error handling");
        }
        lua.ref[slot] = ref;
        lua.num[slot] = num;
        lua.top = slot + 1;
    }

    /**
     * Starts a coroutine or goes on with it. Its topmost {@code arguments} values are passed in.
     *
     * @return {@link Status#OK}, {@link Status#YIELDED} or an error's status; results or error value lie on its top
     */
    static int resume(LuaState co, int arguments) {
        if (co.status != Status.YIELDED && (co.status != Status.OK || co.depth != 0)) {
            return refuseResume(co, "cannot resume non-suspended coroutine");
        }
        if (co.nativeCalls >= MAX_NATIVE_CALLS) {
            return refuseResume(co, "C stack overflow");
        }
        co.nativeCalls++;
        co.baseNativeCalls = co.nativeCalls;
        int status;
        try {
            goOn(co, co.top - arguments);
            status = co.status;
        } catch (RuntimeException e) {
            status = Status.of(e);
            afterThrow(co);
            co.status = status;
            setErrorValue(co, e, status, co.top);
            co.ci.top = co.top;
            co.nativeCalls = co.baseNativeCalls;
        }
        co.nativeCalls--;
        return status;
    }

    private static int refuseResume(LuaState co, String text) {
        co.top = co.ci.base;
        LuaString message = co.vm().strings().intern(text);
        co.ref[co.top] = message;
        co.ensureStack(1);
        co.top++;
        return Status.RUNTIME_ERROR;
    }

    private static void goOn(LuaState co, int firstArgument) {
        if (co.status == Status.OK) {
            if (enter(co, firstArgument - 1, ALL) != LUA) {
                return;
            }
        } else {
            co.status = Status.OK;
            if (leave(co, firstArgument)) {
                co.top = co.ci.top;
            }
        }
        Interpreter.execute(co, co.depth);
    }

    /** Suspends the running coroutine; a native function returns what this returns. */
    static int suspend(LuaState lua, int results) {
        if (lua.nativeCalls > lua.baseNativeCalls) {
            throw Errors.run(lua, "attempt to yield across metamethod/C-call boundary");
        }
        lua.base = lua.top - results;
        lua.status = Status.YIELDED;
        return LuaState.YIELD;
    }
}
