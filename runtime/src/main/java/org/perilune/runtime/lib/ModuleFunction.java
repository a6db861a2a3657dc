package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.Frames;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.Value;

/** {@code module}, and the option {@code package.seeall}. */
final class ModuleFunction {
    private ModuleFunction() {}

    static int module(LuaState lua) {
        String name = Support.textOf(Arguments.string(lua, 1));
        lua.getGlobal(name);
        if (lua.isTable(-1)) {
            return 0;
        }
        lua.pop(1);
        int loaded = lua.argCount() + 1;
        Registration.pushLoaded(lua);
        lua.getField(loaded, name);
        if (!lua.isTable(-1)) {
            lua.pop(1);
            if (Registration.findTable(lua, lua.globals(), name, 1) != null) {
                throw lua.error("name conflict for module '%s'", name);
            }
            lua.pushCopy(-1);
            lua.setField(loaded, name);
        }
        lua.getField(-1, "_NAME");
        boolean known = lua.refAt(-1) != null;
        lua.pop(1);
        if (!known) {
            describe(lua, name);
        }
        lua.pushCopy(-1);
        setCallerEnvironment(lua);
        for (int option = 2; option < loaded; option++) {
            lua.pushCopy(option);
            lua.pushCopy(-2);
            lua.call(1, 0);
        }
        return 0;
    }

    /** Gives the module on the top the fields that tell its name. */
    private static void describe(LuaState lua, String name) {
        lua.pushCopy(-1);
        lua.setField(-2, "_M");
        lua.push(name);
        lua.setField(-2, "_NAME");
        lua.push(name.substring(0, name.lastIndexOf('.') + 1));
        lua.setField(-2, "_PACKAGE");
    }

    private static void setCallerEnvironment(LuaState lua) {
        int place = Frames.find(lua, 1);
        Object caller = place > 0 ? lua.ref[lua.calls[place].func] : null;
        if (!(caller instanceof LuaClosure closure)) {
            throw lua.error("'module' not called from a Lua function");
        }
        lua.pushValue(closure, 0);
        lua.pushCopy(-2);
        closure.env(lua.vm(), (LuaTable) lua.refAt(-1));
        lua.pop(2);
    }

    static int seeAll(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        if (!lua.getMetatable(1)) {
            lua.newTable(0, 1);
            lua.pushCopy(-1);
            lua.setMetatable(1);
        }
        lua.pushValue(lua.globals(), 0);
        lua.setField(-2, "__index");
        return 0;
    }
}
