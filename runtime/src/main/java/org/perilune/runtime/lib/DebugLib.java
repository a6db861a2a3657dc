package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.RoTable;

/** The library {@code debug}, as small as the default build has it. */
final class DebugLib {
    static final RoTable TABLE = Library.named("debug")
            .function("getregistry", DebugLib::getRegistry)
            .function("getstrings", DebugLib::getStrings)
            .function("traceback", Traceback::traceback)
            .build();

    private DebugLib() {}

    private static int getRegistry(LuaState lua) {
        lua.pushValue(lua.vm().registry(), 0);
        return 1;
    }

    private static int getStrings(LuaState lua) {
        int option = Arguments.option(lua, 1, "RAM", "RAM", "ROM");
        if (option == 1) {
            lua.pushNil();
            return 1;
        }
        LuaTable strings = new LuaTable(lua, lua.vm().strings().count(), 0);
        lua.pushValue(strings, 0);
        lua.vm().collector().check();
        int[] index = {0};
        lua.vm().strings().forEach(string -> strings.setInt(lua.vm(), ++index[0], string, 0));
        lua.getGlobal("table");
        if (lua.isTable(-1)) {
            lua.getField(-1, "sort");
            lua.replace(-2);
            lua.pushCopy(-2);
            lua.call(1, 0);
        }
        return 1;
    }
}
