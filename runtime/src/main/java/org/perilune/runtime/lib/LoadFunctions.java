package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.Value;

/** {@code load} and its kin: functions made out of text or bytecode. */
final class LoadFunctions {
    /** Stack index in which {@code load} keeps the part it was given last. */
    private static final int PART = 3;

    private LoadFunctions() {}

    static int loadString(LuaState lua) {
        LuaString source = Arguments.string(lua, 1);
        String name = lua.isNoneOrNil(2) ? source.toString() : Arguments.text(lua, 2);
        return result(lua, loadBytes(lua, source.bytes(), name));
    }

    /** Loads a chunk that lies in one piece; its function or the error's text is pushed. */
    static int loadBytes(LuaState lua, byte[] chunk, String chunkName) {
        return lua.load(new OnePartReader(chunk), chunkName);
    }

    static int load(LuaState lua) {
        String name = Arguments.text(lua, 2, "=(load)");
        Arguments.type(lua, 1, Value.FUNCTION);
        lua.setTop(PART);
        return result(lua, lua.load(() -> callReader(lua), name));
    }

    private static byte[] callReader(LuaState lua) {
        lua.checkStack(2, "too many nested functions");
        lua.pushCopy(1);
        lua.call(0, 1);
        if (lua.refAt(-1) == null) {
            return null;
        } else if (!lua.isString(-1)) {
            throw lua.error("reader function must return a string");
        }
        lua.replace(PART);
        return lua.toLuaString(PART).bytes();
    }

    static int loadFile(LuaState lua) {
        return result(lua, FileChunk.load(lua, fileName(lua)));
    }

    static int doFile(LuaState lua) {
        String name = fileName(lua);
        int before = lua.argCount();
        if (FileChunk.load(lua, name) != Status.OK) {
            throw lua.error();
        }
        lua.call(0, LuaState.ALL);
        return lua.argCount() - before;
    }

    private static String fileName(LuaState lua) {
        if (lua.isNoneOrNil(1)) {
            throw lua.error("filename is NULL");
        }
        return Support.textOf(Arguments.string(lua, 1));
    }

    private static int result(LuaState lua, int status) {
        if (status == Status.OK) {
            return 1;
        }
        lua.pushNil();
        lua.insert(-2);
        return 2;
    }
}
