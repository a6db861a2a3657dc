package org.perilune.board.wifi;

import org.perilune.board.net.Ipv4;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;

/** What station and access point answer in the same way. */
final class Results {
    static final String BAD_MAC = "MAC:FF:FF:FF:FF:FF:FF";

    private Results() {}

    /** Pushes address, netmask and gateway, or nil. */
    static int addresses(LuaState lua, Interface side) {
        if (side.ip().isAny()) {
            lua.pushNil();
            return 1;
        }
        lua.push(side.ip().toString());
        lua.push(side.netmask().toString());
        lua.push(side.gateway().toString());
        return 3;
    }

    static int broadcast(LuaState lua, Interface side) {
        if (side.ip().isAny()) {
            lua.pushNil();
        } else {
            int mask = side.netmask().bits();
            lua.push(new Ipv4(side.ip().bits() & mask | ~mask).toString());
        }
        return 1;
    }

    static int text(LuaState lua, Object value) {
        lua.push(value.toString());
        return 1;
    }

    static int flag(LuaState lua, boolean value) {
        lua.push(value);
        return 1;
    }

    static int number(LuaState lua, int value) {
        lua.push(value);
        return 1;
    }

    /** Sets a field of the table on the top. */
    static void field(LuaState lua, String name, String value) {
        lua.push(value);
        lua.setField(-2, name);
    }

    static void field(LuaState lua, String name, int value) {
        lua.push(value);
        lua.setField(-2, name);
    }

    static void field(LuaState lua, String name, boolean value) {
        lua.push(value);
        lua.setField(-2, name);
    }

    /** The hardware address that is the first argument. */
    static MacAddress macArgument(LuaState lua) {
        MacAddress mac = MacAddress.parse(Arguments.text(lua, 1));
        Arguments.check(lua, mac != null, 1, BAD_MAC);
        return mac;
    }

    static Options addressOptions(LuaState lua) {
        if (!lua.isTable(1)) {
            throw lua.error("wrong arg type");
        }
        return new Options(lua);
    }

    static Ipv4 orElse(Ipv4 address, Ipv4 other) {
        return address == null ? other : address;
    }

    /** Whether the first argument asks for a table. */
    static boolean wantsTable(LuaState lua) {
        return lua.refAt(1) == Boolean.TRUE;
    }
}
