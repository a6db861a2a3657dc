package org.perilune.board.net.lua;

import java.util.Locale;
import org.perilune.board.Board;
import org.perilune.board.net.Ipv4;
import org.perilune.board.wifi.Interface;
import org.perilune.board.wifi.Radio;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;

/** Functions of {@code net} about the board's interfaces. */
final class InterfaceFunctions {
    private static final int STATION = 0;
    private static final int ACCESS_POINT = 1;
    private static final int SHORTEST_ADDRESS = 7;
    private static final int LONGEST_ADDRESS = 15;

    private InterfaceFunctions() {}

    /** {@code net.ifinfo([index])}: a table, or nothing for an interface that is off. */
    static int info(LuaState lua) {
        int index = Arguments.integer(lua, 1, STATION);
        Radio radio = Radio.orNull(Board.of(lua).cycle());
        if (radio == null) {
            return 0;
        }
        Interface wanted = index == STATION ? radio.station() : index == ACCESS_POINT ? radio.accessPoint() : null;
        if (wanted == null || !wanted.isOn()) {
            return 0;
        }
        boolean dhcp = wanted.dhcpServer() != null;
        lua.newTable(0, dhcp ? 5 : 4);
        byte[] mac = wanted.mac().bytes();
        lua.push(mac, 0, mac.length);
        lua.setField(-2, "hwaddr");
        addressField(lua, "ip", wanted.ip());
        addressField(lua, "netmask", wanted.netmask());
        addressField(lua, "gateway", wanted.gateway());
        if (dhcp) {
            lua.newTable(0, 3);
            addressField(lua, "server_ip", wanted.dhcpServer());
            addressField(lua, "client_ip", wanted.ip());
            addressField(lua, "ntp_server", Ipv4.ANY);
            lua.setField(-2, "dhcp");
        }
        return 1;
    }

    private static void addressField(LuaState lua, String name, Ipv4 address) {
        SocketObject.pushFound(lua, address.isAny() ? null : address);
        lua.setField(-2, name);
    }

    /** Joining or leaving a group: the arguments are checked, and that is all. */
    static int multicast(LuaState lua) {
        String own = addressText(lua, 1);
        if (own.isEmpty() || own.toLowerCase(Locale.ROOT).equals("any")) {
            own = Ipv4.ANY.toString();
        }
        checkLength(lua, own, "invalid if ip");
        checkLength(lua, addressText(lua, 2), "invalid multicast ip");
        return 0;
    }

    private static String addressText(LuaState lua, int argument) {
        if (!lua.isString(argument)) {
            throw lua.error("wrong arg type");
        }
        return lua.toJavaString(argument);
    }

    private static void checkLength(LuaState lua, String text, String complaint) {
        if (text.length() < SHORTEST_ADDRESS || text.length() > LONGEST_ADDRESS) {
            throw lua.error(complaint);
        }
    }
}
