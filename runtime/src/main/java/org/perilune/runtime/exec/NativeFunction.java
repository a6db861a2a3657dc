package org.perilune.runtime.exec;

import org.perilune.runtime.value.NativeCode;

/** A function of the host that Lua can call. Arguments are stack indices 1 to {@link LuaState#argCount}. */
@FunctionalInterface
public interface NativeFunction extends NativeCode {
    /**
     * Runs the function.
     *
     * @return how many values on the stack's top are its results, or {@link LuaState#YIELD}
     */
    int call(LuaState lua);
}
