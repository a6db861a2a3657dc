package org.perilune.lfs;

import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;

/**
 * {@code node.LFS}, and the functions of {@code node} that do the same under older names. The machine's host is a {@link
 * LfsHost}.
 */
public final class LfsLibrary {
    private static final RoTable META = Library.named("node.LFS.meta")
            .function("__index", LfsLibrary::index)
            .build();

    /** The table {@code node.LFS}. */
    public static final RoTable TABLE = Library.named("node.LFS")
            .metatable(META)
            .function("list", LfsLibrary::list)
            .function("get", LfsLibrary::get)
            .function("reload", LfsLibrary::reload)
            .build();

    private LfsLibrary() {}

    private static LfsStore store(LuaState lua) {
        return ((LfsHost) lua.vm().host()).lfs();
    }

    /** {@code node.LFS.get(name)} and {@code node.flashindex(name)}: a module's function, or nil. */
    public static int get(LuaState lua) {
        lua.setTop(1);
        pushModule(lua);
        return 1;
    }

    /** {@code node.LFS.reload(file)} and {@code node.flashreload(file)}: returns only what went wrong. */
    public static int reload(LuaState lua) {
        lua.setTop(1);
        String file = lua.toJavaString(1);
        lua.push(LfsReload.reload(lua, file));
        return 1;
    }

    /** Pushes the table of {@code node.info'lfs'}. */
    public static void pushConfig(LuaState lua) {
        LfsStore store = store(lua);
        lua.newTable(0, 4);
        field(lua, "lfs_mapped", store.mappedAddress());
        field(lua, "lfs_base", store.flashAddress());
        field(lua, "lfs_size", store.size());
        field(lua, "lfs_used", store.used());
    }

    private static void field(LuaState lua, String name, int value) {
        lua.push(value);
        lua.setField(-2, name);
    }

    private static int list(LuaState lua) {
        lua.setTop(1);
        if (!pushLookup(lua)) {
            return 1;
        }
        lua.call(0, 2);
        lua.remove(-2);
        lua.getGlobal("table");
        if (lua.isTable(-1)) {
            lua.getField(-1, "sort");
            lua.remove(-2);
            lua.pushCopy(-2);
            lua.call(1, 0);
        }
        return 1;
    }

    private static int index(LuaState lua) {
        lua.remove(1);
        lua.setTop(1);
        String name = lua.toJavaString(1);
        if (name == null) {
            lua.pushNil();
        } else if (name.equals("config")) {
            pushConfig(lua);
        } else if (name.equals("time")) {
            if (pushLookup(lua)) {
                lua.call(0, 1);
            }
        } else {
            pushModule(lua);
        }
        return 1;
    }

    /** Replaces the name on the top by the module's function, or by nil. */
    private static void pushModule(LuaState lua) {
        if (!pushLookup(lua)) {
            lua.remove(-2);
            return;
        }
        lua.insert(-2);
        lua.call(1, 1);
        if (!lua.isFunction(-1)) {
            lua.pop(1);
            lua.pushNil();
        }
    }

    /** Pushes the image's main function; without an image nil, and returns false. */
    private static boolean pushLookup(LuaState lua) {
        LfsImage image = store(lua).image();
        if (image == null) {
            lua.pushNil();
            return false;
        }
        image.pushLookup(lua);
        return true;
    }
}
