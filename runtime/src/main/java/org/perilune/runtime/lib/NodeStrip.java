package org.perilune.runtime.lib;

import org.perilune.runtime.compile.Stripper;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.Frames;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.RoTable;

/** {@code node.stripdebug}, of boards and as the one function of {@code node} that a machine without a board has. */
public final class NodeStrip {
    static final RoTable TABLE =
            Library.named("node").function("stripdebug", NodeStrip::stripDebug).build();

    /** What the firmware answers when there is nothing to strip. */
    private static final int NOT_STRIPPED = -1;

    private NodeStrip() {}

    /** Sets or tells the default strip level, 1 to 3, or strips a function in place and tells the bytes it gave back. */
    public static int stripDebug(LuaState lua) {
        int given = lua.argCount();
        int level = 0;
        lua.setTop(2);
        if (lua.refAt(1) != null) {
            level = lua.toInteger(1);
            Arguments.check(lua, level > 0 && level < 4, 1, "Invalid strip level");
        }
        if (lua.isNumber(2)) {
            replaceLevelByFunction(lua);
        }
        boolean isFunction = lua.isFunction(2);
        Arguments.check(lua, given < 2 || isFunction, 2, "not a valid function");
        int result = strip(lua.vm(), lua.refAt(-1), level - 1) + (isFunction ? 0 : 1);
        lua.pop(1);
        lua.push(result);
        return 1;
    }

    private static void replaceLevelByFunction(LuaState lua) {
        int scope = Arguments.integer(lua, 2);
        if (scope <= 0) {
            return;
        }
        lua.pop(1);
        int place = Frames.find(lua, scope);
        if (place == Frames.LOST) {
            lua.pushNil();
        } else if (place != Frames.NONE) {
            lua.pushValue(lua.ref[lua.calls[place].func], 0);
        }
    }

    private static int strip(LuaVm vm, Object target, int level) {
        boolean valid = level >= 0 && level < 3;
        if (target == null) {
            if (valid) {
                vm.stripLevel(level);
            }
            return vm.stripLevel();
        }
        return valid && target instanceof LuaClosure closure && !closure.proto.isInFlash()
                ? Stripper.strip(closure.proto, vm, level)
                : NOT_STRIPPED;
    }
}
