package org.perilune.board.net.lua;

import org.perilune.board.net.Ipv4;
import org.perilune.runtime.exec.LuaState;

/**
 * What {@code listen} is given behind the object itself: an optional port and an optional address.
 *
 * @param port 0 when any will do
 * @param next index of the argument behind them
 */
record ListenArguments(int port, Ipv4 address, int next) {
    private static final int PORT_BITS = 0xffff;

    static ListenArguments read(LuaState lua) {
        int index = 2;
        int port = lua.isNumber(index) ? lua.toInteger(index++) & PORT_BITS : 0;
        Ipv4 address = Ipv4.ANY;
        if (lua.isString(index)) {
            address = Ipv4.parse(lua.toJavaString(index++));
            if (address == null) {
                throw lua.error("invalid IP address");
            }
        }
        return new ListenArguments(port, address, index);
    }
}
