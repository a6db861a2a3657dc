package org.perilune.runtime.lib;

import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.RoTable;

/** Makes libraries and their types known in the registry and in the globals. */
final class Registration {
    private static final String LOADED = "_LOADED";

    private Registration() {}

    /** Enters a metatable in flash under a type's name, unless the name is taken; what has the name is pushed. */
    static void flashMetatable(LuaState lua, String name, RoTable metatable) {
        lua.getRegistry(name);
        if (lua.refAt(-1) == null) {
            lua.pop(1);
            lua.pushValue(metatable, 0);
            lua.pushCopy(-1);
            lua.setRegistry(name);
        }
    }

    /** Pushes the handle that the registry keeps for a native library, made if there is none. */
    static void nativeHandle(LuaState lua, String file) {
        lua.getRegistry("LOADLIB: " + file);
        if (lua.refAt(-1) == null) {
            lua.pop(1);
            lua.newUserdata(lua.vm().heap().profile().pointer(), null);
            lua.getRegistry("_LOADLIB");
            lua.setMetatable(-2);
            lua.pushCopy(-1);
            lua.setRegistry("LOADLIB: " + file);
        }
    }

    /** Pushes package.loaded. */
    static void pushLoaded(LuaState lua) {
        lua.getRegistry(LOADED);
    }

    /** Pushes package.loaded, made if there is none. */
    static void loadedTable(LuaState lua, int sizeHint) {
        findTable(lua, lua.vm().registry(), LOADED, sizeHint);
    }

    /**
     * Pushes a library's table in RAM, made and entered in package.loaded and the globals if there is none.
     *
     * @param size functions it will hold
     */
    static void library(LuaState lua, String name, int size) {
        loadedTable(lua, 1);
        lua.getField(-1, name);
        if (!lua.isTable(-1)) {
            lua.pop(1);
            if (findTable(lua, lua.globals(), name, size) != null) {
                throw lua.error("name conflict for module '%s'", name);
            }
            lua.pushCopy(-1);
            lua.setField(-3, name);
        }
        lua.remove(-2);
    }

    /**
     * Pushes the table that a name with points leads to, making those that are missing.
     *
     * @return null, or from where on the name meets something that is no table; nothing is pushed then
     */
    static String findTable(LuaState lua, LuaTable root, String name, int sizeHint) {
        lua.pushValue(root, 0);
        int from = 0;
        while (true) {
            int point = name.indexOf('.', from);
            String part = point < 0 ? name.substring(from) : name.substring(from, point);
            lua.push(part);
            lua.rawGet(-2);
            if (lua.refAt(-1) == null) {
                lua.pop(1);
                lua.newTable(0, point < 0 ? sizeHint : 1);
                lua.push(part);
                lua.pushCopy(-2);
                lua.setTable(-4);
            } else if (!lua.isTable(-1)) {
                lua.pop(2);
                return name.substring(from);
            }
            lua.remove(-2);
            if (point < 0) {
                return null;
            }
            from = point + 1;
        }
    }
}
