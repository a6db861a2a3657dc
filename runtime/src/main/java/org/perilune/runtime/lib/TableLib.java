package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaBuffer;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Value;

/** The library {@code table}. */
final class TableLib {
    static final RoTable TABLE = Library.named("table")
            .function("concat", TableLib::concat)
            .function("foreach", TableLib::forEach)
            .function("foreachi", TableLib::forEachIndex)
            .function("getn", TableLib::getLength)
            .function("maxn", TableLib::largestKey)
            .function("insert", TableLib::insert)
            .function("remove", TableLib::remove)
            .function("setn", TableLib::setLength)
            .function("sort", TableSort::sort)
            .build();

    private static final byte[] NO_SEPARATOR = {};

    private TableLib() {}

    /** The length of argument 1, which must be a table. */
    static int checkedLength(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        return lua.length(1);
    }

    private static int forEachIndex(LuaState lua) {
        int count = checkedLength(lua);
        Arguments.type(lua, 2, Value.FUNCTION);
        for (int i = 1; i <= count; i++) {
            lua.pushCopy(2);
            lua.push(i);
            lua.rawGet(1, i);
            lua.call(2, 1);
            if (lua.refAt(-1) != null) {
                return 1;
            }
            lua.pop(1);
        }
        return 0;
    }

    private static int forEach(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        Arguments.type(lua, 2, Value.FUNCTION);
        lua.pushNil();
        while (lua.next(1)) {
            lua.pushCopy(2);
            lua.pushCopy(-3);
            lua.pushCopy(-3);
            lua.call(2, 1);
            if (lua.refAt(-1) != null) {
                return 1;
            }
            lua.pop(2);
        }
        return 0;
    }

    private static int largestKey(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        double largest = 0;
        lua.pushNil();
        while (lua.next(1)) {
            lua.pop(1);
            if (lua.refAt(-1) == Value.NUMBER) {
                largest = Math.max(largest, lua.numAt(-1));
            }
        }
        lua.push(largest);
        return 1;
    }

    private static int getLength(LuaState lua) {
        lua.push(checkedLength(lua));
        return 1;
    }

    private static int setLength(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        throw lua.error("'setn' is obsolete");
    }

    private static int insert(LuaState lua) {
        int end = checkedLength(lua) + 1;
        int position = end;
        int count = lua.argCount();
        if (count == 3) {
            position = Arguments.integer(lua, 2);
            for (int i = Math.max(position, end); i > position; i--) {
                lua.vm().work();
                lua.rawGet(1, i - 1);
                lua.rawSet(1, i);
            }
        } else if (count != 2) {
            throw lua.error("wrong number of arguments to 'insert'");
        }
        lua.rawSet(1, position);
        return 0;
    }

    private static int remove(LuaState lua) {
        int end = checkedLength(lua);
        int position = Arguments.integer(lua, 2, end);
        if (position < 1 || position > end) {
            return 0;
        }
        lua.rawGet(1, position);
        for (int i = position; i < end; i++) {
            lua.vm().work();
            lua.rawGet(1, i + 1);
            lua.rawSet(1, i);
        }
        lua.pushNil();
        lua.rawSet(1, end);
        return 1;
    }

    private static int concat(LuaState lua) {
        LuaString given = lua.isNoneOrNil(2) ? null : Arguments.string(lua, 2);
        byte[] separator = given == null ? NO_SEPARATOR : given.bytes();
        Arguments.type(lua, 1, Value.TABLE);
        int at = Arguments.integer(lua, 3, 1);
        int last = lua.isNoneOrNil(4) ? lua.length(1) : Arguments.integer(lua, 4);
        LuaBuffer buffer = new LuaBuffer(lua);
        for (; at < last; at++) {
            lua.vm().work();
            addField(lua, buffer, at);
            buffer.add(separator, 0, separator.length);
        }
        if (at == last) {
            addField(lua, buffer, at);
        }
        buffer.pushResult();
        return 1;
    }

    private static void addField(LuaState lua, LuaBuffer buffer, int index) {
        lua.rawGet(1, index);
        if (!lua.isString(-1)) {
            throw lua.error("invalid value (%s) at index %d in table for 'concat'", lua.typeName(-1), index);
        }
        buffer.addValue();
    }
}
