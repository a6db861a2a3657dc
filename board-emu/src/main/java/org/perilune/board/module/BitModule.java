package org.perilune.board.module;

import org.perilune.board.BoardModule;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;

/** {@code bit}: operations on the bits of 32-bit numbers. Results are signed. */
public final class BitModule implements BoardModule {
    private static final RoTable TABLE = Library.named("bit")
            .function("bnot", lua -> result(lua, ~Arguments.integer(lua, 1)))
            .function("band", BitModule::and)
            .function("bor", BitModule::or)
            .function("bxor", BitModule::xor)
            .function("lshift", lua -> result(lua, Arguments.integer(lua, 1) << Arguments.integer(lua, 2)))
            .function("rshift", lua -> result(lua, Arguments.integer(lua, 1) >>> Arguments.integer(lua, 2)))
            .function("arshift", lua -> result(lua, Arguments.integer(lua, 1) >> Arguments.integer(lua, 2)))
            .function("bit", lua -> result(lua, bit(lua, 1)))
            .function("set", BitModule::set)
            .function("clear", BitModule::clear)
            .function("isset", lua -> result(lua, (Arguments.integer(lua, 1) & bit(lua, 2)) != 0))
            .function("isclear", lua -> result(lua, (Arguments.integer(lua, 1) & bit(lua, 2)) == 0))
            .build();

    @Override
    public RoTable table() {
        return TABLE;
    }

    private static int bit(LuaState lua, int argument) {
        return 1 << Arguments.integer(lua, argument);
    }

    private static int and(LuaState lua) {
        int value = Arguments.integer(lua, 1);
        for (int argument = 2; argument <= lua.argCount(); argument++) {
            value &= Arguments.integer(lua, argument);
        }
        return result(lua, value);
    }

    private static int or(LuaState lua) {
        int value = Arguments.integer(lua, 1);
        for (int argument = 2; argument <= lua.argCount(); argument++) {
            value |= Arguments.integer(lua, argument);
        }
        return result(lua, value);
    }

    private static int xor(LuaState lua) {
        int value = Arguments.integer(lua, 1);
        for (int argument = 2; argument <= lua.argCount(); argument++) {
            value ^= Arguments.integer(lua, argument);
        }
        return result(lua, value);
    }

    private static int set(LuaState lua) {
        int value = Arguments.integer(lua, 1);
        for (int argument = 2; argument <= lua.argCount(); argument++) {
            value |= bit(lua, argument);
        }
        return result(lua, value);
    }

    private static int clear(LuaState lua) {
        int value = Arguments.integer(lua, 1);
        for (int argument = 2; argument <= lua.argCount(); argument++) {
            value &= ~bit(lua, argument);
        }
        return result(lua, value);
    }

    private static int result(LuaState lua, int value) {
        lua.push(value);
        return 1;
    }

    private static int result(LuaState lua, boolean value) {
        lua.push(value);
        return 1;
    }
}
