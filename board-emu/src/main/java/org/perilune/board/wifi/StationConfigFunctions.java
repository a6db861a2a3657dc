package org.perilune.board.wifi;

import java.util.List;
import org.perilune.board.Board;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;

/** The functions of {@code wifi.sta} about the networks that the station is to join. */
final class StationConfigFunctions {
    private StationConfigFunctions() {}

    static int config(LuaState lua) {
        if (lua.isTable(1)) {
            return configByTable(lua);
        } else if (Board.of(lua).config().compat() && lua.isString(1)) {
            return configByPosition(lua);
        }
        throw Arguments.error(lua, 1, "config table not found!");
    }

    private static int configByTable(LuaState lua) {
        Options options = new Options(lua);
        String ssid = options.text("ssid", 0, StationConfig.MAX_SSID, "ssid: length:0-32", "ssid:not string");
        Arguments.check(lua, ssid != null, 1, "ssid required");
        String password = options.text("pwd", 0, StationConfig.MAX_PASSWORD, "pwd: length:0-64", "pwd:not string");
        MacAddress bssid = options.mac("bssid", "bssid: FF:FF:FF:FF:FF:FF", "bssid:not string");
        boolean auto = options.flag("auto", true, "auto:not boolean");
        boolean save = options.flag("save", true, "save:not boolean");
        Events events = StationFunctions.radio(lua).events();
        options.listener("connect_cb", events, Events.STA_CONNECTED, "connect_cb:not function");
        options.listener("disconnect_cb", events, Events.STA_DISCONNECTED, "disconnect_cb:not function");
        options.listener("authmode_change_cb", events, Events.STA_AUTHMODE_CHANGE, "authmode_change_cb:not function");
        options.listener("got_ip_cb", events, Events.STA_GOT_IP, "gotip_cb:not function");
        options.listener("dhcp_timeout_cb", events, Events.STA_DHCP_TIMEOUT, "dhcp_timeout_cb:not function");
        return apply(lua, new StationConfig(ssid, password == null ? "" : password, bssid), auto, save);
    }

    /** The form of firmwares before 2017: name, password, 1 to connect, access point. */
    private static int configByPosition(LuaState lua) {
        String ssid = Arguments.text(lua, 1);
        String password = Arguments.text(lua, 2, "");
        boolean auto = lua.isNoneOrNil(3) || Arguments.integer(lua, 3) != 0;
        MacAddress bssid = lua.isNoneOrNil(4) ? null : MacAddress.parse(Arguments.text(lua, 4));
        Arguments.check(lua, ssid.length() <= StationConfig.MAX_SSID, 1, "ssid:0-32");
        Arguments.check(lua, password.length() <= StationConfig.MAX_PASSWORD, 2, "pwd:0-64");
        return apply(lua, new StationConfig(ssid, password, bssid), auto, true);
    }

    private static int apply(LuaState lua, StationConfig config, boolean auto, boolean save) {
        Radio radio = StationFunctions.radio(lua);
        radio.station().disconnect();
        boolean possible = radio.station().isOn();
        if (possible) {
            radio.station().config(config, save);
        }
        radio.flash().autoConnect(auto);
        if (auto) {
            radio.station().connect();
        }
        return Results.flag(lua, possible);
    }

    static int current(LuaState lua) {
        return push(lua, StationFunctions.station(lua).config());
    }

    static int saved(LuaState lua) {
        return push(lua, StationFunctions.radio(lua).flash().station());
    }

    private static int push(LuaState lua, StationConfig config) {
        MacAddress bssid = config.bssid() != null
                ? config.bssid()
                : StationFunctions.station(lua).lastBssid();
        if (Results.wantsTable(lua)) {
            lua.newTable(0, 0);
            Results.field(lua, "ssid", config.ssid());
            if (!config.password().isEmpty()) {
                Results.field(lua, "pwd", config.password());
            }
            Results.field(lua, "bssid_set", config.bssid() != null);
            Results.field(lua, "bssid", bssid.toString());
            return 1;
        }
        lua.push(config.ssid());
        lua.push(config.password());
        lua.push(config.bssid() != null ? 1 : 0);
        lua.push(bssid.toString());
        return 4;
    }

    /** All networks that the station knows. */
    static int known(LuaState lua) {
        List<StationConfig> known = StationFunctions.radio(lua).flash().known();
        lua.newTable(0, 0);
        Results.field(lua, "qty", known.size());
        for (int i = 0; i < known.size(); i++) {
            StationConfig config = known.get(i);
            lua.newTable(0, 0);
            Results.field(lua, "ssid", config.ssid());
            if (!config.password().isEmpty()) {
                Results.field(lua, "pwd", config.password());
            }
            if (config.bssid() != null) {
                Results.field(lua, "bssid", config.bssid().toString());
            }
            lua.rawSet(-2, i + 1);
        }
        return 1;
    }
}
