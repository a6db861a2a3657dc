package org.perilune.board;

import org.perilune.runtime.exec.LuaState;

/** Named values that the board keeps in the registry. */
public final class Registry {
    private Registry() {}

    /** Pushes a value. */
    public static void push(LuaState lua, String name) {
        lua.pushValue(lua.vm().registry(), 0);
        lua.getField(-1, name);
        lua.remove(-2);
    }

    /** Sets a value to the one on the top, and pops it. */
    public static void set(LuaState lua, String name) {
        lua.pushValue(lua.vm().registry(), 0);
        lua.insert(-2);
        lua.setField(-2, name);
        lua.pop(1);
    }
}
