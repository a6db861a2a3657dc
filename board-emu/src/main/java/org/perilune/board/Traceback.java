package org.perilune.board;

import org.perilune.runtime.exec.LuaState;

/** Turns the error value that an error handler was given into a text with the calls that led to it. */
final class Traceback {
    private Traceback() {}

    /** Replaces the error value, the only argument, by its traceback; false when the program took that away. */
    static boolean of(LuaState lua) {
        lua.getGlobal("debug");
        lua.getField(-1, "traceback");
        if (!lua.isFunction(-1)) {
            return false;
        }
        lua.insert(1);
        lua.pop(1);
        lua.push(2);
        lua.call(2, 1);
        return true;
    }
}
