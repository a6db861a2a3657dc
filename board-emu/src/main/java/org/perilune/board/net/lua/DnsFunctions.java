package org.perilune.board.net.lua;

import org.perilune.board.Board;
import org.perilune.board.PowerCycle;
import org.perilune.board.net.Ipv4;
import org.perilune.board.net.NetException;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.Value;

/** {@code net.dns}. */
final class DnsFunctions {
    private static final int MAX_SERVER_TEXT = 16;
    private static final int BYTE = 0xff;
    /** What the firmware's conversion gives for no address. */
    private static final Ipv4 NO_ADDRESS = new Ipv4(-1);

    private DnsFunctions() {}

    /** The address that a text already is; null when it is a name. */
    static Ipv4 literal(String text) {
        Ipv4 address = Ipv4.parse(text);
        return NO_ADDRESS.equals(address) ? null : address;
    }

    /** Looks a name up; an address is answered before the call returns. */
    static int resolve(LuaState lua) {
        String name = Arguments.text(lua, 1);
        Arguments.type(lua, 2, Value.FUNCTION);
        Ipv4 literal = literal(name);
        if (literal != null) {
            lua.pushCopy(2);
            lua.pushNil();
            lua.push(literal.toString());
            lua.call(2, 0);
            return 0;
        }
        PowerCycle cycle = Board.of(lua).cycle();
        lua.pushCopy(2);
        int callback = lua.reference();
        try {
            cycle.part(NetStack.class).network().resolve(name, found -> answer(cycle, callback, found));
        } catch (NetException e) {
            lua.release(callback);
            throw NetObject.error(lua, e);
        }
        return 0;
    }

    /** The callback's first argument is always nil. */
    private static void answer(PowerCycle cycle, int callback, Ipv4 found) {
        LuaState lua = cycle.lua();
        lua.pushReference(callback);
        lua.release(callback);
        lua.pushNil();
        SocketObject.pushFound(lua, found);
        cycle.call(2, 0);
    }

    static int setServer(LuaState lua) {
        String text = Arguments.text(lua, 1);
        Ipv4 address = text.length() > MAX_SERVER_TEXT ? null : literal(text);
        if (address == null || address.isAny()) {
            throw lua.error("invalid dns server ip");
        }
        int index = index(lua, 2);
        if (index < NetStack.DNS_SERVERS) {
            servers(lua)[index] = address;
        }
        return 0;
    }

    static int getServer(LuaState lua) {
        int index = index(lua, 1);
        Ipv4 address = index < NetStack.DNS_SERVERS ? servers(lua)[index] : Ipv4.ANY;
        SocketObject.pushFound(lua, address.isAny() ? null : address);
        return 1;
    }

    private static Ipv4[] servers(LuaState lua) {
        return Board.of(lua).cycle().part(NetStack.class).dnsServers();
    }

    /** A server's place. A negative number passes the firmware's check, and the network stack takes its lowest byte. */
    private static int index(LuaState lua, int argument) {
        int index = Arguments.integer(lua, argument, 0);
        if (index >= NetStack.DNS_SERVERS) {
            throw lua.error("server index out of range [0-%d]", NetStack.DNS_SERVERS - 1);
        }
        return index & BYTE;
    }
}
