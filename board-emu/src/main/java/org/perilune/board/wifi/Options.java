package org.perilune.board.wifi;

import org.perilune.board.net.Ipv4;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaError;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.Value;

/** Reads the fields of a table of settings, the first argument; what does not fit raises an error about that argument. */
final class Options {
    private final LuaState lua;

    Options(LuaState lua) {
        this.lua = lua;
    }

    private LuaError refuse(String complaint) {
        throw Arguments.error(lua, 1, complaint);
    }

    /** Pushes a field; false, with nothing pushed, when it is nil. */
    private boolean push(String field) {
        lua.getField(1, field);
        if (lua.refAt(-1) == null) {
            lua.pop(1);
            return false;
        }
        return true;
    }

    /** A text, or null for nil. */
    String text(String field, int least, int most, String range, String notText) {
        if (!push(field)) {
            return null;
        }
        if (!lua.isString(-1)) {
            throw refuse(notText);
        }
        String text = lua.toJavaString(-1);
        lua.pop(1);
        if (text.length() < least || text.length() > most) {
            throw refuse(range);
        }
        return text;
    }

    int number(String field, int byDefault, int least, int most, String range, String notNumber) {
        if (!push(field)) {
            return byDefault;
        }
        if (!lua.isNumber(-1)) {
            throw refuse(notNumber);
        }
        int number = lua.toInteger(-1);
        lua.pop(1);
        if (number < least || number > most) {
            throw refuse(range);
        }
        return number;
    }

    boolean flag(String field, boolean byDefault, String notFlag) {
        if (!push(field)) {
            return byDefault;
        }
        if (Value.type(lua.refAt(-1)) != Value.BOOLEAN) {
            throw refuse(notFlag);
        }
        boolean flag = lua.toBoolean(-1);
        lua.pop(1);
        return flag;
    }

    /** A flag that may also be the number 0 or 1. */
    boolean flagOrNumber(String field, String range, String notFlag) {
        if (!push(field)) {
            return false;
        }
        int type = Value.type(lua.refAt(-1));
        if (type != Value.BOOLEAN && type != Value.NUMBER_TYPE) {
            throw refuse(notFlag);
        }
        int number = type == Value.BOOLEAN ? (lua.toBoolean(-1) ? 1 : 0) : lua.toInteger(-1);
        lua.pop(1);
        if (number != 0 && number != 1) {
            throw refuse(range);
        }
        return number == 1;
    }

    /** A hardware address, or null for nil. */
    MacAddress mac(String field, String wrong, String notText) {
        String text = text(field, MacAddress.TEXT_LENGTH, MacAddress.TEXT_LENGTH, wrong, notText);
        MacAddress mac = text == null ? null : MacAddress.parse(text);
        if (text != null && mac == null) {
            throw refuse(wrong);
        }
        return mac;
    }

    /** An address, or null when the field is missing or none. */
    Ipv4 address(String field) {
        if (!push(field)) {
            return null;
        }
        Ipv4 address = lua.isString(-1) ? Ipv4.parse(lua.toJavaString(-1)) : null;
        lua.pop(1);
        return address == null || address.isAny() ? null : address;
    }

    /** Makes the function in a field the listener of an event, if there is one. */
    void listener(String field, Events events, int id, String notFunction) {
        if (push(field)) {
            if (!lua.isFunction(-1)) {
                throw refuse(notFunction);
            }
            events.listen(lua, id, -1);
            lua.pop(1);
        }
    }
}
