package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.Frames;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.Value;

/** {@code getfenv} and {@code setfenv}. */
final class EnvironmentFunctions {
    private EnvironmentFunctions() {}

    static int getEnvironment(LuaState lua) {
        Object function = lua.isFunction(1) ? lua.refAt(1) : functionAt(lua, Arguments.integer(lua, 1, 1));
        lua.pushValue(function instanceof LuaClosure closure ? closure.env : lua.globals(), 0);
        return 1;
    }

    static int setEnvironment(LuaState lua) {
        Arguments.type(lua, 2, Value.TABLE);
        boolean byLevel = !lua.isFunction(1);
        Object function = byLevel ? functionAt(lua, Arguments.integer(lua, 1)) : lua.refAt(1);
        if (lua.refAt(2) instanceof LuaTable environment) {
            if (byLevel && lua.toNumber(1) == 0) {
                lua.globals(environment);
                return 0;
            }
            if (function instanceof LuaClosure closure) {
                closure.env(lua.vm(), environment);
                lua.pushValue(closure, 0);
                return 1;
            }
        }
        throw lua.error("'setfenv' cannot change environment of given object");
    }

    /** The function at a level of call, argument 1. */
    private static Object functionAt(LuaState lua, int level) {
        Arguments.check(lua, level >= 0, 1, "level must be non-negative");
        int place = Frames.find(lua, level);
        if (place == Frames.NONE) {
            throw Arguments.error(lua, 1, "invalid level");
        } else if (place == Frames.LOST) {
            throw lua.error("no function environment for tail call at level %d", level);
        }
        return lua.ref[lua.calls[place].func];
    }
}
