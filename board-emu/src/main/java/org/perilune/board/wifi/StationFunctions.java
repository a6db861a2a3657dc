package org.perilune.board.wifi;

import java.util.List;
import org.perilune.board.Board;
import org.perilune.board.net.Ipv4;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;

/** {@code wifi.sta}. */
final class StationFunctions {
    private static final String KNOWN_RANGE = "Valid range: 1-5";
    private static final int MAX_HOSTNAME = 32;

    static final RoTable TABLE = library().build();

    /** With the functions of firmware before 2017 by which programs watch the status. */
    static final RoTable OLD_TABLE = library()
            .function("eventMonReg", StatusMonitor::register)
            .function("eventMonStart", StatusMonitor::start)
            .function("eventMonStop", StatusMonitor::stop)
            .build();

    private StationFunctions() {}

    private static Library library() {
        return Library.named("wifi.sta")
                .function("autoconnect", StationFunctions::autoConnect)
                .function("changeap", StationFunctions::change)
                .function("clearconfig", StationFunctions::clearConfig)
                .function("config", StationConfigFunctions::config)
                .function("connect", StationFunctions::connect)
                .function("disconnect", StationFunctions::disconnect)
                .function("getap", Scan::start)
                .function(
                        "getapindex",
                        lua -> Results.number(lua, radio(lua).flash().current() + 1))
                .function("getapinfo", StationConfigFunctions::known)
                .function("getbroadcast", lua -> Results.broadcast(lua, station(lua)))
                .function("getconfig", StationConfigFunctions::current)
                .function("getdefaultconfig", StationConfigFunctions::saved)
                .function("gethostname", lua -> Results.text(lua, station(lua).hostname()))
                .function("getip", lua -> Results.addresses(lua, station(lua)))
                .function("getmac", lua -> Results.text(lua, station(lua).mac()))
                .function("getrssi", StationFunctions::rssi)
                .function("setaplimit", StationFunctions::limit)
                .function("sethostname", StationFunctions::setHostname)
                .function("setip", StationFunctions::setIp)
                .function("setmac", StationFunctions::setMac)
                .function("sleeptype", WifiModule::sleepType)
                .function("status", lua -> Results.number(lua, station(lua).status()));
    }

    static Radio radio(LuaState lua) {
        return Radio.of(Board.of(lua).cycle());
    }

    static Station station(LuaState lua) {
        return radio(lua).station();
    }

    private static int autoConnect(LuaState lua) {
        int wanted = Arguments.integer(lua, 1);
        Arguments.check(lua, wanted == 0 || wanted == 1, 1, "0 or 1");
        radio(lua).flash().autoConnect(wanted == 1);
        return 0;
    }

    private static int change(LuaState lua) {
        int place = Arguments.integer(lua, 1);
        Arguments.check(lua, place >= 1 && place <= WifiFlash.MOST_KNOWN, 1, KNOWN_RANGE);
        Radio radio = radio(lua);
        boolean changed = radio.flash().use(place - 1);
        if (changed) {
            radio.station().disconnect();
            radio.station().config(radio.flash().station(), false);
            radio.station().connect();
        }
        return Results.flag(lua, changed);
    }

    private static int limit(LuaState lua) {
        int limit = Arguments.integer(lua, 1);
        Arguments.check(lua, limit >= 1 && limit <= WifiFlash.MOST_KNOWN, 1, KNOWN_RANGE);
        radio(lua).flash().limit(limit);
        return Results.flag(lua, true);
    }

    private static int clearConfig(LuaState lua) {
        Radio radio = radio(lua);
        radio.station().disconnect();
        boolean possible = radio.station().isOn();
        if (possible) {
            radio.station().config(StationConfig.NONE, true);
        }
        radio.flash().autoConnect(false);
        return Results.flag(lua, possible);
    }

    private static int connect(LuaState lua) {
        if (lua.isFunction(1)) {
            radio(lua).events().listen(lua, Events.STA_CONNECTED, 1);
        }
        station(lua).connect();
        return 0;
    }

    private static int disconnect(LuaState lua) {
        if (lua.isFunction(1)) {
            radio(lua).events().listen(lua, Events.STA_DISCONNECTED, 1);
        }
        station(lua).disconnect();
        return 0;
    }

    private static int rssi(LuaState lua) {
        AirNetwork joined = station(lua).joined();
        if (joined == null) {
            lua.pushNil();
            return 1;
        }
        return Results.number(lua, joined.rssi());
    }

    private static int setHostname(LuaState lua) {
        String name = Arguments.text(lua, 1);
        Arguments.check(lua, isHostname(name), 1, "Invalid hostname");
        station(lua).hostname(name);
        return Results.flag(lua, station(lua).isOn());
    }

    /** Letters, digits and hyphens, and no hyphen at either end. */
    private static boolean isHostname(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_HOSTNAME
                && name.chars().allMatch(c -> c == '-' || isAlphanumeric(c))
                && List.of(name.charAt(0), name.charAt(name.length() - 1)).stream()
                        .allMatch(c -> c != '-');
    }

    private static boolean isAlphanumeric(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static int setIp(LuaState lua) {
        Station station = station(lua);
        Options options = Results.addressOptions(lua);
        Ipv4 ip = options.address("ip");
        Ipv4 netmask = options.address("netmask");
        Ipv4 gateway = options.address("gateway");
        station.fixedAddress(
                Results.orElse(ip, station.ip()),
                Results.orElse(netmask, station.netmask()),
                Results.orElse(gateway, station.gateway()));
        return Results.flag(lua, station.isOn());
    }

    private static int setMac(LuaState lua) {
        MacAddress mac = Results.macArgument(lua);
        station(lua).mac(mac);
        return Results.flag(lua, station(lua).isOn());
    }
}
