package org.perilune.runtime.lib;

import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.GcObject;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LightUserdata;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Userdata;

/** Small steps that several libraries take. */
final class Support {
    private Support() {}

    /** Number of bytes before the first NUL: what C takes for the whole text. */
    static int untilNul(LuaString string) {
        byte[] bytes = string.bytes();
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return length;
    }

    /** The text before the first NUL, each byte one character; null for null. */
    static String textOf(LuaString string) {
        return string == null ? null : string.toString().substring(0, untilNul(string));
    }

    /** Pushes the field of a value's metatable; false, and nothing pushed, when there is none. */
    static boolean pushMetafield(LuaState lua, int index, String name) {
        if (!lua.getMetatable(index)) {
            return false;
        }
        lua.push(name);
        lua.rawGet(-2);
        if (lua.refAt(-1) == null) {
            lua.pop(2);
            return false;
        }
        lua.remove(-2);
        return true;
    }

    /** The address of a value that has one, as {@code tostring} shows it. */
    static String pointer(LuaState lua, Object value) {
        int address = 0;
        if (value instanceof Userdata userdata) {
            address = userdata.address() + lua.vm().heap().profile().userdata();
        } else if (value instanceof GcObject object) {
            address = object.address();
        } else if (value instanceof LightFunction function) {
            address = function.address();
        } else if (value instanceof RoTable table) {
            address = table.address();
        } else if (value instanceof LightUserdata pointer) {
            address = pointer.address();
        }
        return "0x" + Integer.toHexString(address);
    }

    /** Whether so many more values may be pushed by a native function. */
    static boolean hasRoom(LuaState lua, int slots) {
        return slots <= LuaState.MAX_NATIVE_STACK && lua.argCount() + slots <= LuaState.MAX_NATIVE_STACK;
    }
}
