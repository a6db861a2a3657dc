package org.perilune.runtime.lib;

import java.util.function.Consumer;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.StringTable;

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
        StringTable all = lua.vm().strings();
        boolean inFlash = option == 1;
        if (inFlash && all.flash().count() == 0) {
            lua.pushNil();
            return 1;
        }
        LuaTable strings = new LuaTable(lua, inFlash ? all.flash().count() : all.count(), 0);
        lua.pushValue(strings, 0);
        lua.vm().collector().check();
        int[] index = {0};
        Consumer<LuaString> reader = string -> strings.setInt(lua.vm(), ++index[0], string, 0);
        if (inFlash) {
            all.flash().forEach(reader);
        } else {
            all.forEach(reader);
        }
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
