package org.perilune.board.module;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.Heap;

/** The heap as programs see it. */
final class NodeMemory {
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
}
