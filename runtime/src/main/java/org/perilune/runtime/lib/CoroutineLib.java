package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.RoTable;

/** The library {@code coroutine}. */
final class CoroutineLib {
    static final RoTable TABLE = Library.named("coroutine")
            .function("create", CoroutineLib::create)
            .function("resume", CoroutineLib::resume)
            .function("running", CoroutineLib::running)
            .function("status", CoroutineLib::status)
            .function("wrap", CoroutineLib::wrap)
            .function("yield", CoroutineLib::suspend)
            .build();

    private static final String SUSPENDED = "suspended";
    /** What {@link #continueThread} returns after an error. */
    private static final int ERROR = -1;

    private CoroutineLib() {}

    private static int create(LuaState lua) {
        LuaState thread = lua.newThread();
        Arguments.check(lua, lua.refAt(1) instanceof LuaClosure, 1, "Lua function expected");
        lua.pushCopy(1);
        lua.moveTo(thread, 1);
        return 1;
    }

    private static int wrap(LuaState lua) {
        create(lua);
        lua.pushClosure(CoroutineLib::resumeWrapped, 1);
        return 1;
    }

    private static int suspend(LuaState lua) {
        return lua.suspend(lua.argCount());
    }

    private static int running(LuaState lua) {
        lua.pushValue(lua, 0);
        if (lua == lua.vm().mainThread()) {
            lua.pushNil(); // the main thread is no coroutine
        }
        return 1;
    }

    private static int status(LuaState lua) {
        lua.push(statusOf(lua, checkedThread(lua)));
        return 1;
    }

    private static LuaState checkedThread(LuaState lua) {
        if (lua.refAt(1) instanceof LuaState thread) {
            return thread;
        }
        throw Arguments.error(lua, 1, "coroutine expected");
    }

    private static String statusOf(LuaState lua, LuaState thread) {
        if (thread == lua) {
            return "running";
        } else if (thread.status == Status.YIELDED) {
            return SUSPENDED;
        } else if (thread.status != Status.OK) {
            return "dead";
        } else if (thread.depth > 0) {
            return "normal";
        }
        return thread.argCount() == 0 ? "dead" : SUSPENDED;
    }

    /** Resumes a thread with the topmost values; returns how many results lie on the top, or {@link #ERROR}. */
    private static int continueThread(LuaState lua, LuaState thread, int arguments) {
        String status = statusOf(lua, thread);
        if (!Support.hasRoom(thread, arguments)) {
            throw lua.error("too many arguments to resume");
        }
        thread.checkStack(arguments, "too many arguments to resume");
        if (!status.equals(SUSPENDED)) {
            lua.pushMessage("cannot resume %s coroutine", status);
            return ERROR;
        }
        lua.moveTo(thread, arguments);
        int end = lua.resume(thread, arguments);
        if (end != Status.OK && end != Status.YIELDED) {
            thread.moveTo(lua, 1);
            return ERROR;
        }
        int results = thread.argCount();
        if (!Support.hasRoom(lua, results + 1)) {
            throw lua.error("too many results to resume");
        }
        lua.checkStack(results + 1, "too many results to resume");
        thread.moveTo(lua, results);
        return results;
    }

    private static int resume(LuaState lua) {
        LuaState thread = checkedThread(lua);
        int results = continueThread(lua, thread, lua.argCount() - 1);
        if (results == ERROR) {
            lua.push(false);
            lua.insert(-2);
            return 2;
        }
        lua.push(true);
        lua.insert(-(results + 1));
        return results + 1;
    }

    /** The function that {@code wrap} gives. Upvalue: the thread. */
    private static int resumeWrapped(LuaState lua) {
        LuaState thread = (LuaState) lua.runningClosure().upvalueRef[0];
        int results = continueThread(lua, thread, lua.argCount());
        if (results == ERROR) {
            if (lua.isString(-1)) {
                lua.pushWhere(1);
                lua.insert(-2);
                lua.concat(2);
            }
            throw lua.error();
        }
        return results;
    }
}
