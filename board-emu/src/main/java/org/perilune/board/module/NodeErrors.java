package org.perilune.board.module;

import org.perilune.board.Alarm;
import org.perilune.board.Board;
import org.perilune.board.BootReason;
import org.perilune.board.PowerCycle;
import org.perilune.board.Registry;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.value.LightFunction;

/** Who is told of errors in callbacks. By default they are printed, and the board restarts a little later. */
final class NodeErrors {
    private static final long RESTART_DELAY = 2_000_000;
    private static final LightFunction DEFAULT =
            new LightFunction("node.onerror", (NativeFunction) NodeErrors::printAndRestart);

    private NodeErrors() {}

    /** The restart that the first error sets off. */
    static final class Restart {
        private Alarm alarm;
    }

    static void setDefaultReporter(LuaState lua) {
        lua.push(DEFAULT);
        Registry.set(lua, PowerCycle.ERROR_REPORTER);
    }

    static int setReporter(LuaState lua) {
        lua.setTop(1);
        if (!lua.isFunction(1)) {
            lua.pop(1);
            lua.push(DEFAULT);
        }
        Registry.set(lua, PowerCycle.ERROR_REPORTER);
        return 0;
    }

    private static int printAndRestart(LuaState lua) {
        lua.setTop(1);
        lua.getGlobal("print");
        lua.insert(1);
        lua.protectedCall(1, 0, 0);
        PowerCycle cycle = Board.of(lua).cycle();
        Restart restart = cycle.part(Restart.class);
        if (restart.alarm == null) {
            restart.alarm = cycle.after(RESTART_DELAY, () -> cycle.restartSoon(BootReason.RESTART));
        }
        return 0;
    }
}
