package org.perilune.fastload;

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
                .metatable(metatable)
                .build();
    }

    private static org.perilune.runtime.exec.NativeFunction nativeLoad() {
        return lua -> load(lua, Arguments.text(lua, 1));
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

    /** Pushes the piece's function, or nil for an unknown name; an error of the compiler is raised. */
    private static int load(LuaState lua, String name) {
        FastPiece piece = ((FastHost) lua.vm().host()).fastBundle().find(name);
        if (piece == null) {
            lua.pushNil();
            return 1;
        }
        if (piece.first()) {
            lua.push(true);
            lua.setGlobal("FAST_" + piece.module());
        }
        // One part: the text lies in flash and is never copied to the heap.
        if (lua.load(new OnePartReader(piece.text()), "=" + name) != Status.OK) {
            throw lua.error();
        }
        return 1;
    }
}
