package org.perilune.board.module;

import org.perilune.runtime.compile.Stripper;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.Frames;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.value.LuaClosure;

/** The heap as programs see it. */
final class NodeMemory {
    private static final int STRIP_LEVELS = 3;

    private NodeMemory() {}

    static int heap(LuaState lua) {
        lua.push((double) lua.vm().heap().deviceFree());
        return 1;
    }

    static int info(LuaState lua) {
        lua.push((double) lua.vm().heap().luaBytes());
        lua.push((double) lua.vm().collector().estimate());
        return 2;
    }

    static int setMode(LuaState lua) {
        int mode = Arguments.integer(lua, 1);
        int limit = Arguments.integer(lua, 2, 0);
        int all = Heap.ON_ALLOC_FAILURE | Heap.ON_MEM_LIMIT | Heap.ALWAYS;
        Arguments.check(lua, mode >= 0 && mode <= all, 1, "invalid mode");
        Arguments.check(lua, (mode & Heap.ON_MEM_LIMIT) == 0 || limit != 0, 1, "limit must be non-zero");
        lua.vm().heap().mode(mode, limit);
        return 0;
    }

    /** Gets or sets what the compiler leaves out, or strips one function; levels count from 1 here. */
    static int stripDebug(LuaState lua) {
        int given = lua.argCount();
        int level = 0;
        lua.setTop(2);
        if (lua.refAt(1) != null) {
            level = lua.toInteger(1);
            Arguments.check(lua, level > 0 && level <= STRIP_LEVELS, 1, "Invalid strip level");
        }
        if (lua.isNumber(2)) {
            pushRunning(lua, Arguments.integer(lua, 2));
        }
        boolean function = lua.isFunction(2);
        Arguments.check(lua, given < 2 || function, 2, "not a valid function");
        if (function) {
            lua.push(
                    lua.refAt(2) instanceof LuaClosure closure && level > 0
                            ? Stripper.strip(closure.proto, lua.vm(), level - 1)
                            : -1);
        } else {
            if (level > 0) {
                lua.vm().stripLevel(level - 1);
            }
            lua.push(lua.vm().stripLevel() + 1);
        }
        return 1;
    }

    /** Replaces argument 2, a level of call, by the function that runs there. */
    private static void pushRunning(LuaState lua, int level) {
        if (level > 0) {
            lua.pop(1);
            int at = Frames.find(lua, level);
            if (at > 0) {
                lua.pushValue(lua.ref[lua.calls[at].func], 0);
            }
        }
    }
}
