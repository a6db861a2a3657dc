package org.perilune.runtime.exec;

import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.Value;

/** Values kept for native code in the registry under numbers; freed numbers are chained from entry 0. */
public final class References {
    /** Refers to nothing. */
    public static final int NONE = -2;
    /** Refers to nil. */
    public static final int NIL = -1;

    private static final int FREE_LIST = 0;

    private References() {}

    static int take(LuaState lua) {
        if (lua.ref[lua.top - 1] == null) {
            lua.pop(1);
            return NIL;
        }
        LuaTable registry = lua.vm().registry();
        int firstFree = number(registry, FREE_LIST);
        int reference = firstFree;
        lua.fixStack(true);
        if (firstFree != 0) {
            int next = number(registry, firstFree);
            registry.setInt(lua.vm(), FREE_LIST, Value.NUMBER, next);
        } else {
            reference = registry.length() + 1;
        }
        registry.setInt(lua.vm(), reference, lua.ref[lua.top - 1], lua.num[lua.top - 1]);
        lua.fixStack(false);
        lua.pop(1);
        return reference;
    }

    static void release(LuaState lua, int reference) {
        if (reference < 0) {
            return;
        }
        LuaTable registry = lua.vm().registry();
        registry.setInt(lua.vm(), reference, Value.NUMBER, number(registry, FREE_LIST));
        registry.setInt(lua.vm(), FREE_LIST, Value.NUMBER, reference);
    }

    private static int number(LuaTable table, int key) {
        int found = table.findInt(key);
        return table.ref(found) == Value.NUMBER ? (int) table.num(found) : 0;
    }
}
