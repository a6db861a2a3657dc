package org.perilune.runtime.lib;

import org.perilune.runtime.compile.Dump;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaBuffer;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Value;

/** The library {@code string}, which is the metatable of all strings too. */
final class StringLib {
    static final RoTable TABLE = Library.named("string")
            .self("__index")
            .function("__mod", StringLib::formatOperator)
            .function("byte", StringLib::bytes)
            .function("char", StringLib::fromBytes)
            .function("dump", StringLib::dump)
            .function("find", PatternFunctions::find)
            .function("format", Format::format)
            .function("gfind", PatternFunctions.ALL_MATCHES)
            .function("gmatch", PatternFunctions.ALL_MATCHES)
            .function("gsub", Substitution::substitute)
            .function("len", StringLib::length)
            .function("lower", StringLib::lower)
            .function("match", PatternFunctions::match)
            .function("rep", StringLib::repeat)
            .function("reverse", StringLib::reverse)
            .function("sub", StringLib::sub)
            .function("upper", StringLib::upper)
            .build();

    /** What {@code string.dump} takes for the default strip level. */
    private static final int DEFAULT_STRIP = -1;

    private StringLib() {}

    /** Makes the library the metatable of strings. */
    static int open(LuaState lua) {
        lua.push("");
        lua.vm().typeMetatable(Value.STRING, TABLE);
        lua.pop(1);
        return 0;
    }

    /** A position counted from 1 at the start, or from -1 at the end, of a text; never below 0. */
    static int position(int given, int length) {
        int position = given < 0 ? given + length + 1 : given;
        return Math.max(position, 0);
    }

    private static int length(LuaState lua) {
        lua.push(Arguments.string(lua, 1).length());
        return 1;
    }

    private static int sub(LuaState lua) {
        LuaString text = Arguments.string(lua, 1);
        int length = text.length();
        int first = Math.max(1, position(Arguments.integer(lua, 2), length));
        int last = Math.min(length, position(Arguments.integer(lua, 3, -1), length));
        if (first <= last) {
            lua.push(text.bytes(), first - 1, last - first + 1);
        } else {
            lua.push("");
        }
        return 1;
    }

    private static int bytes(LuaState lua) {
        LuaString text = Arguments.string(lua, 1);
        int length = text.length();
        int first = position(Arguments.integer(lua, 2, 1), length);
        int last = Math.min(length, position(Arguments.integer(lua, 3, first), length));
        first = Math.max(1, first);
        if (first > last) {
            return 0;
        }
        int count = last - first + 1;
        lua.checkStack(count, "string slice too long");
        for (int i = 0; i < count; i++) {
            lua.push(text.byteAt(first - 1 + i));
        }
        return count;
    }

    private static int fromBytes(LuaState lua) {
        int count = lua.argCount();
        LuaBuffer buffer = new LuaBuffer(lua);
        for (int argument = 1; argument <= count; argument++) {
            int value = Arguments.integer(lua, argument);
            Arguments.check(lua, (value & 0xff) == value, argument, "invalid value");
            buffer.add(value);
        }
        buffer.pushResult();
        return 1;
    }

    private static int repeat(LuaState lua) {
        LuaString text = Arguments.string(lua, 1);
        int count = Arguments.integer(lua, 2);
        LuaBuffer buffer = new LuaBuffer(lua);
        if (text.length() > 0) {
            for (; count > 0; count--) {
                lua.vm().work();
                buffer.add(text.bytes(), 0, text.length());
            }
        }
        buffer.pushResult();
        return 1;
    }

    private static int reverse(LuaState lua) {
        LuaString text = Arguments.string(lua, 1);
        LuaBuffer buffer = new LuaBuffer(lua);
        for (int i = text.length() - 1; i >= 0; i--) {
            buffer.add(text.byteAt(i));
        }
        buffer.pushResult();
        return 1;
    }

    private static int lower(LuaState lua) {
        return mapLetters(lua, 'A', 'Z');
    }

    private static int upper(LuaState lua) {
        return mapLetters(lua, 'a', 'z');
    }

    /** Changes the case of the letters in a range. */
    private static int mapLetters(LuaState lua, int from, int to) {
        LuaString text = Arguments.string(lua, 1);
        LuaBuffer buffer = new LuaBuffer(lua);
        for (int i = 0; i < text.length(); i++) {
            int c = text.byteAt(i);
            buffer.add(c >= from && c <= to ? c ^ 0x20 : c);
        }
        buffer.pushResult();
        return 1;
    }

    private static int dump(LuaState lua) {
        int strip = DEFAULT_STRIP;
        if (lua.refAt(2) instanceof Boolean) {
            strip = lua.toBoolean(2) ? 2 : 0;
        } else if (!lua.isNoneOrNil(2)) {
            strip = lua.toInteger(2);
            Arguments.check(lua, strip >= 0 && strip < 3, 2, "strip out of range");
        }
        Arguments.type(lua, 1, Value.FUNCTION);
        lua.setTop(1);
        LuaBuffer buffer = new LuaBuffer(lua);
        if (!(lua.refAt(1) instanceof LuaClosure closure)) {
            throw lua.error("unable to dump given function");
        }
        byte[] bytecode = Dump.dump(closure.proto, strip != 0);
        buffer.add(bytecode, 0, bytecode.length);
        buffer.pushResult();
        return 1;
    }

    /** {@code text % value} and {@code text % {values}}: formats. */
    private static int formatOperator(LuaState lua) {
        if (lua.isTable(2)) {
            int count = lua.length(2);
            lua.setTop(2);
            for (int i = 1; i <= count; i++) {
                lua.checkStack(1, "too many values to format");
                lua.rawGet(2, i);
            }
            lua.remove(2);
        }
        return Format.format(lua);
    }
}
