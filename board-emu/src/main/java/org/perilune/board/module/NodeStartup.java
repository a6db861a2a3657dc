package org.perilune.board.module;

import org.perilune.board.Board;
import org.perilune.board.Startup;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.Value;

/** How the board starts: options that survive restarts. */
final class NodeStartup {
    private NodeStartup() {}

    private static Startup startup(LuaState lua) {
        return Board.of(lua).chip().startup();
    }

    static int command(LuaState lua) {
        lua.push(startup(lua).command(Arguments.text(lua, 1)));
        return 1;
    }

    static int options(LuaState lua) {
        Startup startup = startup(lua);
        if (lua.argCount() > 0) {
            Arguments.type(lua, 1, Value.TABLE);
            if (!readOptions(lua, startup)) {
                startup.reset();
            }
        }
        lua.newTable(0, 4);
        if (startup.command() != null) {
            lua.push(startup.command());
            lua.setField(-2, "command");
        }
        lua.push(startup.banner());
        lua.setField(-2, "banner");
        lua.push(startup.delayedMount());
        lua.setField(-2, "delay_mount");
        lua.push(startup.fast() ? NodeSystem.FAST : NodeSystem.SLOW);
        lua.setField(-2, "frequency");
        return 1;
    }

    /** Takes over the options in the table that is argument 1; false when there are none. */
    private static boolean readOptions(LuaState lua, Startup startup) {
        boolean any = false;
        lua.pushNil();
        while (lua.next(1)) {
            if (lua.isString(-2)) {
                any = true;
                lua.pushCopy(-2);
                String option = lua.toJavaString(-1);
                lua.pop(1);
                switch (option) {
                    case "command" -> startup.command(Arguments.text(lua, -1));
                    case "banner" -> startup.banner(lua.toBoolean(-1));
                    case "frequency" -> startup.fast(lua.toInteger(-1) == NodeSystem.FAST);
                    case "delay_mount" -> startup.delayedMount(lua.toBoolean(-1));
                    default -> {
                        // unknown options are passed over
                    }
                }
            }
            lua.pop(1);
        }
        return any;
    }
}
