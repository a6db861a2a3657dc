package org.perilune.board.wifi;

import org.perilune.board.Board;
import org.perilune.board.net.Ipv4;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Value;

/** {@code wifi.ap} and {@code wifi.ap.dhcp}. */
final class AccessPointFunctions {
    private static final int MIN_PASSWORD = 8;
    private static final int MAX_CHANNEL = 13;
    private static final int MAX_BEACON = 60_000;

    /** As nobody ever joins, whether addresses are given out shows nowhere. */
    private static final RoTable DHCP = Library.named("wifi.ap.dhcp")
            .function("config", AccessPointFunctions::configDhcp)
            .function("start", lua -> Results.flag(lua, accessPoint(lua).isOn()))
            .function("stop", lua -> Results.flag(lua, accessPoint(lua).isOn()))
            .build();

    static final RoTable TABLE = Library.named("wifi.ap")
            .function("config", AccessPointFunctions::config)
            .function("deauth", AccessPointFunctions::deauth)
            .function("getip", lua -> Results.addresses(lua, accessPoint(lua)))
            .function("setip", AccessPointFunctions::setIp)
            .function("getbroadcast", lua -> Results.broadcast(lua, accessPoint(lua)))
            .function("getmac", lua -> Results.text(lua, accessPoint(lua).mac()))
            .function("setmac", AccessPointFunctions::setMac)
            .function("getclient", AccessPointFunctions::clients)
            .function("getconfig", lua -> push(lua, accessPoint(lua).config()))
            .function("getdefaultconfig", lua -> push(lua, accessPoint(lua).savedConfig()))
            .table("dhcp", DHCP)
            .build();

    private AccessPointFunctions() {}

    private static Radio radio(LuaState lua) {
        return Radio.of(Board.of(lua).cycle());
    }

    private static AccessPoint accessPoint(LuaState lua) {
        return radio(lua).accessPoint();
    }

    private static int config(LuaState lua) {
        Arguments.type(lua, 1, Value.TABLE);
        Options options = new Options(lua);
        String ssid = options.text("ssid", 1, StationConfig.MAX_SSID, "ssid: length:1-32", "ssid: not string");
        Arguments.check(lua, ssid != null, 1, "ssid: required");
        String password = options.text(
                "pwd", MIN_PASSWORD, StationConfig.MAX_PASSWORD, "pwd: length:0 or 8-64", "pwd: not string");
        int auth = options.number(
                "auth",
                password == null ? Auth.OPEN : Auth.WPA_WPA2_PSK,
                Auth.OPEN,
                Auth.END - 1,
                "auth: Range:0-4",
                "auth: not number");
        int channel = options.number(
                "channel",
                AccessPointConfig.DEFAULT_CHANNEL,
                1,
                MAX_CHANNEL,
                "channel: Range:1-13",
                "channel: not number");
        boolean hidden = options.flagOrNumber("hidden", "hidden: 0 or 1", "hidden: not boolean");
        int stations = options.number(
                "max",
                AccessPointConfig.MAX_STATIONS,
                1,
                AccessPointConfig.MAX_STATIONS,
                "max: 1-4",
                "max: not number");
        int beacon = options.number(
                "beacon",
                AccessPointConfig.DEFAULT_BEACON,
                AccessPointConfig.DEFAULT_BEACON,
                MAX_BEACON,
                "beacon: 100-60000",
                "beacon: not number");
        boolean save = options.flag("save", true, "save: not boolean");
        Events events = radio(lua).events();
        options.listener("staconnected_cb", events, Events.AP_STACONNECTED, "staconnected_cb:not function");
        options.listener("stadisconnected_cb", events, Events.AP_STADISCONNECTED, "stadisconnected_cb:not function");
        options.listener("probereq_cb", events, Events.AP_PROBEREQRECVED, "probereq_cb:not function");
        AccessPoint accessPoint = accessPoint(lua);
        if (accessPoint.isOn()) {
            accessPoint.config(
                    new AccessPointConfig(
                            ssid, password == null ? "" : password, auth, channel, hidden, stations, beacon),
                    save);
        }
        return Results.flag(lua, accessPoint.isOn());
    }

    private static int push(LuaState lua, AccessPointConfig config) {
        boolean open = config.auth() == Auth.OPEN;
        if (!Results.wantsTable(lua)) {
            lua.push(config.ssid());
            if (open) {
                lua.pushNil();
            } else {
                lua.push(config.password());
            }
            return 2;
        }
        lua.newTable(0, 0);
        Results.field(lua, "ssid", config.ssid());
        if (!open) {
            Results.field(lua, "pwd", config.password());
        }
        Results.field(lua, "auth", config.auth());
        Results.field(lua, "channel", config.channel());
        Results.field(lua, "hidden", config.hidden());
        Results.field(lua, "max", config.maxStations());
        Results.field(lua, "beacon", config.beacon());
        return 1;
    }

    private static int setIp(LuaState lua) {
        AccessPoint accessPoint = accessPoint(lua);
        Options options = Results.addressOptions(lua);
        accessPoint.address(
                Results.orElse(options.address("ip"), accessPoint.ip()),
                Results.orElse(options.address("netmask"), accessPoint.netmask()),
                Results.orElse(options.address("gateway"), Ipv4.ANY));
        return Results.flag(lua, accessPoint.isOn());
    }

    private static int setMac(LuaState lua) {
        accessPoint(lua).mac(Results.macArgument(lua));
        return Results.flag(lua, accessPoint(lua).isOn());
    }

    private static int deauth(LuaState lua) {
        if (lua.isString(1)) {
            Results.macArgument(lua);
        }
        return Results.flag(lua, accessPoint(lua).isOn());
    }

    /** Nobody joins the emulated access point. */
    private static int clients(LuaState lua) {
        if (radio(lua).mode() == Radio.STATION) {
            throw lua.error("Can't list clients in STATION mode");
        }
        lua.newTable(0, 0);
        return 1;
    }

    /** Sets the first address to give out; the last one follows from how many stations there may be. */
    private static int configDhcp(LuaState lua) {
        Ipv4 first = Results.addressOptions(lua).address("start");
        if (first == null) {
            throw lua.error("wrong arg type");
        }
        int lastByte = first.bits() + accessPoint(lua).config().maxStations() - 1 & 0xff;
        lua.push(first.toString());
        lua.push(new Ipv4(first.bits() & ~0xff | lastByte).toString());
        return 2;
    }
}
