package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaBuffer;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;

/** The functions that {@code require} asks for a module; each pushes a loader or why it has none. */
final class ModuleLoaders {
    private ModuleLoaders() {}

    static int preload(LuaState lua) {
        String name = Support.textOf(Arguments.string(lua, 1));
        lua.getGlobal("package");
        lua.getField(-1, "preload");
        lua.remove(-2);
        if (!lua.isTable(-1)) {
            throw lua.error("'package.preload' must be a table");
        }
        lua.getField(-1, name);
        if (lua.refAt(-1) == null) {
            lua.pushMessage("\n\tno field package.preload['%s']", name);
        }
        return 1;
    }

    static int luaFile(LuaState lua) {
        String name = Support.textOf(Arguments.string(lua, 1));
        String file = findFile(lua, name, "path");
        if (file != null && FileChunk.load(lua, file) != Status.OK) {
            throw loadError(lua, file);
        }
        return 1;
    }

    /** Finds native libraries, of which a board has none; {@code package.cpath} may still name files. */
    static int nativeFile(LuaState lua) {
        String name = Support.textOf(Arguments.string(lua, 1));
        String file = findFile(lua, name, "cpath");
        if (file != null) {
            pushFunctionName(lua, name);
            pushNativeFailure(lua, file);
            throw loadError(lua, file);
        }
        return 1;
    }

    /** Finds native libraries that hold submodules. */
    static int nativeRoot(LuaState lua) {
        String name = Support.textOf(Arguments.string(lua, 1));
        int point = name.indexOf('.');
        if (point < 0) {
            return 0;
        }
        lua.push(name.substring(0, point));
        String file = findFile(lua, name.substring(0, point), "cpath");
        if (file != null) {
            pushFunctionName(lua, name);
            pushNativeFailure(lua, file);
            throw loadError(lua, file);
        }
        return 1;
    }

    /** Pushes why a native library cannot be loaded. */
    static void pushNativeFailure(LuaState lua, String file) {
        Registration.nativeHandle(lua, file);
        lua.push("dynamic libraries not enabled; check your Lua installation");
        lua.remove(-2);
    }

    private static void pushFunctionName(LuaState lua, String name) {
        pushReplaced(lua, name.substring(name.indexOf('-') + 1), ".", "_");
        lua.pushMessage("luaopen_%s", lua.toJavaString(-1));
        lua.remove(-2);
    }

    private static RuntimeException loadError(LuaState lua, String file) {
        throw lua.error(
                "error loading module '%s' from file '%s':\n\t%s",
                Support.textOf(lua.toLuaString(1)), file, Support.textOf(lua.toLuaString(-1)));
    }

    /** Looks for a module's file along a path; pushes its name and returns it, or pushes why not and returns null. */
    private static String findFile(LuaState lua, String name, String pathField) {
        pushReplaced(lua, name, ".", "/");
        String fileName = lua.toJavaString(-1);
        lua.getGlobal("package");
        lua.getField(-1, pathField);
        lua.remove(-2);
        String path = Support.textOf(lua.toLuaString(-1));
        if (path == null) {
            throw lua.error("'package.%s' must be a string", pathField);
        }
        lua.push(""); // why not
        for (String template : path.split(";", -1)) {
            if (template.isEmpty()) {
                continue;
            }
            lua.push(template);
            pushReplaced(lua, template, "?", fileName);
            lua.remove(-2);
            String candidate = lua.toJavaString(-1);
            if (LibraryHost.of(lua).exists(candidate)) {
                return candidate;
            }
            lua.pushMessage("\n\tno file '%s'", candidate);
            lua.remove(-2);
            lua.concat(2);
        }
        return null;
    }

    private static void pushReplaced(LuaState lua, String text, String wanted, String replacement) {
        LuaBuffer buffer = new LuaBuffer(lua);
        int from = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, from)) {
            buffer.add(text.substring(from, at));
            buffer.add(replacement);
            from = at + wanted.length();
        }
        buffer.add(text.substring(from));
        buffer.pushResult();
    }
}
