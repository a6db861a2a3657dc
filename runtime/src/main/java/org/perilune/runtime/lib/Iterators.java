package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.NativeClosure;
import org.perilune.runtime.value.Value;

/** {@code next}, and what lies in RAM as a closure: {@code ipairs}, {@code pairs} and {@code newproxy}. */
final class Iterators {
    /** {@code next}, which {@code pairs} gives too. */
    static final LightFunction NEXT = new LightFunction("base.next", (NativeFunction) Iterators::next);

    private static final LightFunction NEXT_INDEX =
            new LightFunction("base.ipairs.next", (NativeFunction) Iterators::nextIndex);

    private Iterators() {}

    /** Puts the closures into the globals. */
    static void open(LuaState lua) {
        lua.push(NEXT_INDEX);
        lua.pushClosure(Iterators::indexPairs, 1);
        lua.setGlobal("ipairs");
        lua.push(NEXT);
        lua.pushClosure(Iterators::pairs, 1);
        lua.setGlobal("pairs");
        // A weak table of the metatables that newproxy made, its own metatable too.
        LuaTable made = lua.newTable(0, 1);
        lua.push("kv");
        lua.setField(-2, "__mode");
        made.metatable(lua.vm(), made);
        lua.pushClosure(Iterators::newProxy, 1);
        lua.setGlobal("newproxy");
    }

    private static int next(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        lua.setTop(2);
        if (lua.next(1)) {
            return 2;
        }
        lua.pushNil();
        return 1;
    }

    private static int nextIndex(LuaState lua) {
        int index = Arguments.integer(lua, 2) + 1;
        Arguments.type(lua, 1, Value.TABLE);
        lua.push(index);
        lua.rawGet(1, index);
        return lua.refAt(-1) == null ? 0 : 2;
    }

    private static int pairs(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        lua.pushValue(lua.runningClosure().upvalueRef[0], 0);
        lua.pushCopy(1);
        lua.pushNil();
        return 3;
    }

    private static int indexPairs(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        lua.pushValue(lua.runningClosure().upvalueRef[0], 0);
        lua.pushCopy(1);
        lua.push(0);
        return 3;
    }

    private static int newProxy(LuaState lua) {
        NativeClosure self = lua.runningClosure();
        lua.setTop(1);
        lua.newUserdata(0, null);
        if (!lua.toBoolean(1)) {
            return 1;
        }
        if (lua.refAt(1) instanceof Boolean) {
            lua.newTable(0, 0);
            lua.pushCopy(-1);
            lua.push(true);
            lua.rawSet((LuaTable) self.upvalueRef[0]);
        } else {
            boolean valid = false;
            if (lua.getMetatable(1)) {
                LuaTable made = (LuaTable) self.upvalueRef[0];
                lua.ref[lua.top - 1] = made.ref(made.find(lua.refAt(-1), 0));
                valid = lua.toBoolean(-1);
                lua.pop(1);
            }
            Arguments.check(lua, valid, 1, "boolean or proxy expected");
            lua.getMetatable(1);
        }
        lua.setMetatable(2);
        return 1;
    }
}
