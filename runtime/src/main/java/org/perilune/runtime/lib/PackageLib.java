package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LightUserdata;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.RoTable;

/** The library {@code package} and the function {@code require}. All of its table lies in RAM. */
final class PackageLib {
    private static final String CONFIG = "/\n;\n?\n!\n-";
    private static final String PATH = "?.lc;?.lua";

    /** Stands in package.loaded for a module that is being loaded. */
    private static final LightUserdata LOADING = new LightUserdata(0x4027_0004);

    /** Finaliser of loaded native libraries, of which there never are any. */
    private static final RoTable NATIVE_LIBRARY =
            Library.named("_LOADLIB").function("__gc", lua -> 0).build();

    private static final LightFunction LOAD_LIBRARY = light("loadlib", PackageLib::loadLibrary);
    private static final LightFunction SEE_ALL = light("seeall", ModuleFunction::seeAll);
    private static final LightFunction MODULE = light("module", ModuleFunction::module);
    private static final LightFunction REQUIRE = light("require", PackageLib::require);
    private static final LightFunction[] LOADERS = {
        light("preload", ModuleLoaders::preload),
        light("lua", ModuleLoaders::luaFile),
        light("c", ModuleLoaders::nativeFile),
        light("croot", ModuleLoaders::nativeRoot)
    };

    private PackageLib() {}

    private static LightFunction light(String name, NativeFunction code) {
        return new LightFunction("package." + name, code);
    }

    static int open(LuaState lua) {
        Registration.flashMetatable(lua, "_LOADLIB", NATIVE_LIBRARY);
        Registration.library(lua, "package", 2);
        lua.push(LOAD_LIBRARY);
        lua.setField(-2, "loadlib");
        lua.push(SEE_ALL);
        lua.setField(-2, "seeall");
        lua.newTable(LOADERS.length, 0);
        for (int i = 0; i < LOADERS.length; i++) {
            lua.push(LOADERS[i]);
            lua.rawSet(-2, i + 1);
        }
        lua.setField(-2, "loaders");
        lua.push(PATH);
        lua.setField(-2, "path");
        lua.push("");
        lua.setField(-2, "cpath");
        lua.push(CONFIG);
        lua.setField(-2, "config");
        Registration.loadedTable(lua, 2);
        lua.setField(-2, "loaded");
        lua.newTable(0, 0);
        lua.setField(-2, "preload");
        lua.push(MODULE);
        lua.setGlobal("module");
        lua.push(REQUIRE);
        lua.setGlobal("require");
        return 1;
    }

    private static int loadLibrary(LuaState lua) {
        String path = Arguments.text(lua, 1);
        Arguments.string(lua, 2);
        lua.pushNil();
        ModuleLoaders.pushNativeFailure(lua, path);
        lua.push("absent");
        return 3;
    }

    private static int require(LuaState lua) {
        LuaString nameString = Arguments.string(lua, 1);
        String name = Support.textOf(nameString);
        lua.setTop(1);
        Registration.pushLoaded(lua);
        lua.getField(2, name);
        if (lua.toBoolean(-1)) {
            if (LOADING.equals(lua.refAt(-1))) {
                throw lua.error("loop or previous error loading module '%s'", name);
            }
            return 1;
        }
        lua.getGlobal(name);
        if (lua.isTable(-1)) {
            return 1;
        }
        lua.pop(1);
        pushLoader(lua, name);
        lua.pushValue(LOADING, 0);
        lua.setField(2, name);
        lua.push(name);
        lua.call(1, 1);
        if (lua.refAt(-1) != null) {
            lua.setField(2, name);
        }
        lua.getField(2, name);
        if (LOADING.equals(lua.refAt(-1))) {
            lua.push(true);
            lua.pushCopy(-1);
            lua.setField(2, name);
        }
        return 1;
    }

    /** Asks the loaders one after the other; pushes the function of the first that knows the module. */
    private static void pushLoader(LuaState lua, String name) {
        lua.getGlobal("package");
        lua.getField(-1, "loaders");
        lua.remove(-2);
        if (!lua.isTable(-1)) {
            throw lua.error("'package.loaders' must be a table");
        }
        lua.push(""); // why each of them did not
        for (int i = 1; ; i++) {
            lua.rawGet(-2, i);
            if (lua.refAt(-1) == null) {
                throw lua.error("module '%s' not found:%s", name, Support.textOf(lua.toLuaString(-2)));
            }
            lua.push(name);
            lua.call(1, 1);
            if (lua.isFunction(-1)) {
                return;
            } else if (lua.isString(-1)) {
                lua.concat(2);
            } else {
                lua.pop(1);
            }
        }
    }
}
