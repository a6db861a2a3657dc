package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Value;

/** The functions that Lua has without a library's name before them, as far as they lie in flash. */
final class BaseLib {
    private static final byte[] TAB = {'\t'};
    private static final byte[] NEWLINE = {'\n'};

    static final RoTable FUNCTIONS = Library.named("base")
            .function("assert", BaseLib::assertTrue)
            .function("collectgarbage", GarbageFunctions::collectGarbage)
            .function("dofile", LoadFunctions::doFile)
            .function("error", BaseLib::error)
            .function("gcinfo", GarbageFunctions::gcInfo)
            .function("getfenv", EnvironmentFunctions::getEnvironment)
            .function("getmetatable", BaseLib::getMetatable)
            .function("loadfile", LoadFunctions::loadFile)
            .function("load", LoadFunctions::load)
            .function("loadstring", LoadFunctions::loadString)
            .function("next", Iterators.NEXT)
            .function("pcall", BaseLib::protectedCall)
            .function("print", BaseLib::print)
            .function("rawequal", BaseLib::rawEqual)
            .function("rawget", BaseLib::rawGet)
            .function("rawset", BaseLib::rawSet)
            .function("select", BaseLib::select)
            .function("setfenv", EnvironmentFunctions::setEnvironment)
            .function("setmetatable", BaseLib::setMetatable)
            .function("tonumber", BaseLib::toNumber)
            .function("tostring", BaseLib::toText)
            .function("type", BaseLib::type)
            .function("unpack", BaseLib::unpack)
            .function("xpcall", BaseLib::handledCall)
            .build();

    private BaseLib() {}

    private static int assertTrue(LuaState lua) {
        Arguments.any(lua, 1);
        if (!lua.toBoolean(1)) {
            String complaint = lua.isNoneOrNil(2) ? "assertion failed!" : Support.textOf(Arguments.string(lua, 2));
            throw lua.error("%s", complaint);
        }
        return lua.argCount();
    }

    private static int error(LuaState lua) {
        int level = Arguments.integer(lua, 2, 1);
        lua.setTop(1);
        if (level > 0 && lua.isString(1)) {
            lua.pushWhere(level);
            lua.pushCopy(1);
            lua.concat(2);
        }
        throw lua.error();
    }

    private static int getMetatable(LuaState lua) {
        Arguments.any(lua, 1);
        if (!lua.getMetatable(1)) {
            lua.pushNil();
        } else {
            Support.pushMetafield(lua, 1, "__metatable");
        }
        return 1;
    }

    private static int setMetatable(LuaState lua) {
        boolean fits = !lua.isNone(2) && (lua.refAt(2) == null || lua.isTable(2));
        Arguments.type(lua, 1, Value.TABLE);
        Arguments.check(lua, fits, 2, "nil or table expected");
        if (Support.pushMetafield(lua, 1, "__metatable")) {
            throw lua.error("cannot change a protected metatable");
        }
        lua.setTop(2);
        lua.setMetatable(1);
        return 1;
    }

    private static int protectedCall(LuaState lua) {
        Arguments.any(lua, 1);
        int status = lua.protectedCall(lua.argCount() - 1, LuaState.ALL, 0);
        lua.push(status == Status.OK);
        lua.insert(1);
        return lua.argCount();
    }

    private static int handledCall(LuaState lua) {
        Arguments.any(lua, 2);
        lua.setTop(2);
        lua.insert(1);
        int status = lua.protectedCall(0, LuaState.ALL, 1);
        lua.push(status == Status.OK);
        lua.replace(1);
        return lua.argCount();
    }

    private static int print(LuaState lua) {
        LibraryHost host = LibraryHost.of(lua);
        int count = lua.argCount();
        lua.getGlobal("tostring");
        for (int argument = 1; argument <= count; argument++) {
            lua.pushCopy(-1);
            lua.pushCopy(argument);
            lua.call(1, 1);
            LuaString text = lua.toLuaString(-1);
            if (text == null) {
                throw lua.error("'tostring' must return a string to 'print'");
            }
            if (argument > 1) {
                host.print(TAB, 0, 1);
            }
            host.print(text.bytes(), 0, Support.untilNul(text));
            lua.pop(1);
        }
        host.print(NEWLINE, 0, 1);
        return 0;
    }

    private static int rawEqual(LuaState lua) {
        Arguments.any(lua, 1);
        Arguments.any(lua, 2);
        lua.push(lua.rawEqual(1, 2));
        return 1;
    }

    private static int rawGet(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        Arguments.any(lua, 2);
        lua.setTop(2);
        lua.rawGet(1);
        return 1;
    }

    private static int rawSet(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        Arguments.any(lua, 2);
        Arguments.any(lua, 3);
        lua.setTop(3);
        lua.rawSet(1);
        return 1;
    }

    private static int select(LuaState lua) {
        int count = lua.argCount();
        if (lua.refAt(1) instanceof LuaString text && text.length() > 0 && text.byteAt(0) == '#') {
            lua.push(count - 1);
            return 1;
        }
        int first = Arguments.integer(lua, 1);
        if (first < 0) {
            first += count;
        } else if (first > count) {
            first = count;
        }
        Arguments.check(lua, first >= 1, 1, "index out of range");
        return count - first;
    }

    private static int unpack(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        int first = Arguments.integer(lua, 2, 1);
        int last = lua.isNoneOrNil(3) ? lua.length(1) : Arguments.integer(lua, 3);
        if (first > last) {
            return 0;
        }
        int count = last - first + 1; // negative when it overflows
        if (count <= 0 || !Support.hasRoom(lua, count)) {
            throw lua.error("too many results to unpack");
        }
        lua.checkStack(count, "too many results to unpack");
        for (int i = 0; i < count; i++) {
            lua.rawGet(1, first + i);
        }
        return count;
    }

    private static int type(LuaState lua) {
        Arguments.any(lua, 1);
        lua.push(lua.typeName(1));
        return 1;
    }

    private static int toText(LuaState lua) {
        Arguments.any(lua, 1);
        if (Support.pushMetafield(lua, 1, "__tostring")) {
            lua.pushCopy(1);
            lua.call(1, 1);
            return 1;
        }
        Object value = lua.refAt(1);
        if (value == null) {
            lua.push("nil");
        } else if (value instanceof Boolean) {
            lua.push(lua.toBoolean(1) ? "true" : "false");
        } else if (value instanceof LuaString) {
            lua.pushCopy(1);
        } else if (value == Value.NUMBER) {
            LuaString text = lua.toLuaString(1);
            lua.push(text.bytes(), 0, text.length());
        } else {
            lua.pushMessage("%s: %s", lua.typeName(1), Support.pointer(lua, value));
        }
        return 1;
    }

    private static int toNumber(LuaState lua) {
        int base = Arguments.integer(lua, 2, 10);
        if (base == 10) {
            Arguments.any(lua, 1);
            if (lua.isNumber(1)) {
                lua.push(lua.toNumber(1));
                return 1;
            }
        } else {
            LuaString text = Arguments.string(lua, 1);
            Arguments.check(lua, base >= 2 && base <= 36, 2, "base out of range");
            long number = BasedNumber.parse(text, base);
            if (number >= 0) {
                lua.push((double) number);
                return 1;
            }
        }
        lua.pushNil();
        return 1;
    }
}
