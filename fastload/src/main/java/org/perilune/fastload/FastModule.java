package org.perilune.fastload;

import java.util.List;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.lib.OnePartReader;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.RoTable;

/**
 * The Lua module {@code fast}: compiles embedded text when it is asked for and keeps nothing, so what the program drops
 * is collected. The table lies in flash and so does the text: only the compiled function costs heap.
 */
public final class FastModule {
    private FastModule() {}

    /** The module's table; {@code fast.name} is {@code fast.load'name'}. */
    public static RoTable table() {
        RoTable metatable = RoTable.named("fast metatable")
                .value("__index", new LightFunction("fast.__index", nativeIndex()))
                .build();
        return RoTable.named("fast")
                .function("load", nativeLoad())
                .function("piece", nativePiece())
                .metatable(metatable)
                .build();
    }

    private static org.perilune.runtime.exec.NativeFunction nativeLoad() {
        return lua -> load(lua, Arguments.text(lua, 1));
    }

    private static org.perilune.runtime.exec.NativeFunction nativePiece() {
        return lua -> piece(lua, Arguments.integer(lua, 1));
    }

    private static org.perilune.runtime.exec.NativeFunction nativeIndex() {
        return lua -> {
            LuaString name = lua.toLuaString(2);
            if (name == null) {
                lua.pushNil();
                return 1;
            }
            return load(lua, name.toString());
        };
    }

    /** Pushes name, bytes and module of a piece by its number, from 1 on; nothing behind the last. */
    private static int piece(LuaState lua, int number) {
        List<FastPiece> pieces = bundle(lua).list();
        if (number < 1 || number > pieces.size()) {
            return 0;
        }
        FastPiece piece = pieces.get(number - 1);
        lua.push(piece.name());
        lua.push(piece.size());
        lua.push(piece.module());
        return 3;
    }

    /** Takes back that the module's pieces come from files, if it was loaded from there before. */
    private static void forgetFiles(LuaState lua, String flag) {
        lua.getGlobal(flag);
        boolean set = lua.refAt(-1) != null;
        lua.pop(1);
        if (set) {
            lua.pushNil();
            lua.setGlobal(flag);
        }
    }

    private static FastBundle bundle(LuaState lua) {
        return ((FastHost) lua.vm().host()).fastBundle();
    }

    /** Pushes the piece's function, or nil for an unknown name; an error of the compiler is raised. */
    private static int load(LuaState lua, String name) {
        FastPiece piece = bundle(lua).find(name);
        if (piece == null) {
            lua.pushNil();
            return 1;
        }
        if (piece.first()) {
            lua.push(true);
            lua.setGlobal("FAST_" + piece.module());
            forgetFiles(lua, "SPIFFS_" + piece.module());
        }
        // One part: the text lies in flash and is never copied to the heap.
        if (lua.load(new OnePartReader(piece.text()), "=" + name) != Status.OK) {
            throw lua.error();
        }
        return 1;
    }
}
