package org.perilune.board;

import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.NativeClosure;

/** Calls of Lua functions by the board. What fails there is reported by a task of its own, to the program if it asked. */
final class Callbacks {
    private static final LightFunction ERROR_HANDLER =
            new LightFunction("board.onerror", (NativeFunction) Callbacks::onError);
    private static final NativeFunction REPORT = Callbacks::report;
    private static final NativeFunction SHOW = Callbacks::show;

    private Callbacks() {}

    /** Calls the function under its {@code arguments} topmost values; an error is reported later. */
    static int call(LuaState lua, int arguments, int results) {
        int function = lua.argCount() - arguments;
        PowerCycle cycle = Board.of(lua).cycle();
        Interrupts interrupts = cycle.interrupts();
        boolean before = interrupts.enter(!cycle.prompt().isTask(lua.refAt(function)));
        lua.push(ERROR_HANDLER);
        lua.insert(function);
        int status = lua.protectedCall(arguments, results, function);
        interrupts.back(before);
        lua.remove(function);
        if (status != Status.OK && status != Status.RUNTIME_ERROR) {
            lua.vm().collector().fullCollect();
            lua.push("out of memory");
            lua.pushClosure(REPORT, 1);
            postFunction(lua, TaskQueue.HIGH);
        }
        return status;
    }

    /** Error handler of callbacks: turns the error into a traceback and has it reported. */
    private static int onError(LuaState lua) {
        if (Traceback.of(lua)) {
            boolean isStopping = Board.of(lua).cycle().interrupts().isStopping();
            lua.pushClosure(isStopping ? SHOW : REPORT, 1);
            postFunction(lua, TaskQueue.HIGH);
        }
        return 0;
    }

    /** The task that reports an error, its only upvalue. */
    private static int report(LuaState lua) {
        Registry.push(lua, PowerCycle.ERROR_REPORTER);
        if (!lua.isFunction(-1)) {
            lua.pop(1);
            lua.getGlobal("print");
        }
        NativeClosure self = lua.runningClosure();
        lua.pushValue(self.upvalueRef[0], self.upvalueNum[0]);
        lua.call(1, 0);
        return 0;
    }

    /** The task that shows where a callback was interrupted: no error of the program, so nothing restarts. */
    private static int show(LuaState lua) {
        NativeClosure self = lua.runningClosure();
        lua.pushValue(self.upvalueRef[0], self.upvalueNum[0]);
        Prompt.print(lua, 1);
        Board.of(lua).cycle().prompt().repeat();
        return 0;
    }

    /** Pops a function and lets a task call it with the task's priority. */
    static void postFunction(LuaState lua, int priority) {
        PowerCycle cycle = Board.of(lua).cycle();
        if (!lua.isFunction(-1) || priority < TaskQueue.LOW || priority > TaskQueue.HIGH) {
            throw lua.error("invalid posk task");
        }
        int reference = lua.reference();
        LuaState main = cycle.lua();
        boolean posted = cycle.postTask(priority, () -> {
            main.pushReference(reference);
            main.release(reference);
            main.push(priority);
            call(main, 1, 0);
        });
        if (!posted) {
            lua.release(reference);
            throw lua.error("Task queue overflow. Task not posted");
        }
    }
}
