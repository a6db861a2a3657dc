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
        pushFunction(lua, 1);
        lua.pushValue(lua.refAt(-1) instanceof LuaClosure closure ? closure.env : lua.globals(), 0);
        return 1;
    }

    static int setEnvironment(LuaState lua) {
        Arguments.type(lua, 2, Value.TABLE);
        pushFunction(lua, null);
        lua.pushCopy(2);
        if (lua.refAt(2) instanceof LuaTable environment) {
            if (lua.isNumber(1) && lua.toNumber(1) == 0) {
                lua.globals(environment);
                return 0;
            }
            if (lua.refAt(-2) instanceof LuaClosure closure) {
                closure.env(lua.vm(), environment);
                lua.pop(1);
                return 1;
            }
        }
        throw lua.error("'setfenv' cannot change environment of given object");
    }

    /** Pushes the function that argument 1 is, or whose level of call it is. */
    private static void pushFunction(LuaState lua, Integer defaultLevel) {
        if (lua.isFunction(1)) {
            lua.pushCopy(1);
        } else {
            int level = defaultLevel == null ? Arguments.integer(lua, 1) : Arguments.integer(lua, 1, defaultLevel);
            lua.pushValue(functionAt(lua, level), 0);
        }
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
