package org.perilune.board.wifi;

import java.util.List;
import org.perilune.board.Board;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.value.Value;

/** {@code wifi.sta.getap}: the networks in reach, after the time that listening on all channels takes. */
final class Scan {
    private static final long SCAN_MICROS = 2_000_000;
    private static final int MAX_CHANNEL = 13;

    /** What a scan looks for; null and 0 match all. */
    private record Filter(String ssid, MacAddress bssid, int channel) {
        static final Filter ALL = new Filter(null, null, 0);

        boolean admits(AirNetwork network) {
            return (ssid == null || ssid.equals(network.name()))
                    && (bssid == null || bssid.equals(network.bssid()))
                    && (channel == 0 || channel == network.channel());
        }
    }

    /** The callback of the scan that runs; a new scan takes its place. */
    private int callback = References.NONE;

    private boolean byBssid;

    /** Takes {@code [filter,] [format,] callback}. */
    static int start(LuaState lua) {
        PowerCycle cycle = Board.of(lua).cycle();
        Radio radio = Radio.of(cycle);
        if (radio.mode() == Radio.ACCESS_POINT) {
            throw lua.error("Can't list ap in SOFTAP mode");
        }
        Filter filter = Filter.ALL;
        int next = 1;
        if (lua.isTable(1)) {
            filter = filter(lua);
            next = 2;
        } else if (!lua.isNone(1) && lua.refAt(1) == null) {
            next = 2;
        } else if (!lua.isFunction(1) && lua.refAt(1) != Value.NUMBER) {
            throw lua.error("wrong arg type");
        }
        boolean wantsBssid = false;
        if (!lua.isFunction(next)) {
            // The format's place: what is no number there is passed over.
            if (lua.refAt(next) == Value.NUMBER) {
                int format = lua.toInteger(next);
                if (format != 0 && format != 1) {
                    throw lua.error("wrong arg type");
                }
                wantsBssid = format == 1;
            }
            next++;
        }
        cycle.part(Scan.class).run(lua, cycle, radio, lua.isFunction(next) ? next : 0, wantsBssid, filter);
        return 0;
    }

    private static Filter filter(LuaState lua) {
        lua.getField(1, "ssid");
        String ssid = optionalText(lua);
        if (ssid != null && ssid.length() > StationConfig.MAX_SSID) {
            throw lua.error("ssid:<32");
        }
        lua.getField(1, "bssid");
        String bssid = optionalText(lua);
        MacAddress mac = bssid == null ? null : MacAddress.parse(bssid);
        Arguments.check(lua, bssid == null || mac != null, 1, Results.BAD_MAC);
        int channel = optionalNumber(lua, "channel", MAX_CHANNEL, "channel: 0 or 1-13");
        optionalNumber(lua, "show_hidden", 1, "show_hidden: 0 or 1");
        return new Filter(ssid, mac, channel);
    }

    private static String optionalText(LuaState lua) {
        if (lua.refAt(-1) != null && !lua.isString(-1)) {
            throw lua.error("wrong arg type");
        }
        String text = lua.toJavaString(-1);
        lua.pop(1);
        return text;
    }

    private static int optionalNumber(LuaState lua, String field, int most, String range) {
        lua.getField(1, field);
        if (lua.refAt(-1) != null && !lua.isNumber(-1)) {
            throw lua.error("wrong arg type");
        }
        int number = lua.toInteger(-1);
        lua.pop(1);
        if (number < 0 || number > most) {
            throw lua.error(range);
        }
        return number;
    }

    private void run(LuaState lua, PowerCycle cycle, Radio radio, int function, boolean wantsBssid, Filter filter) {
        lua.release(callback);
        callback = References.NONE;
        byBssid = wantsBssid;
        if (function != 0) {
            lua.pushCopy(function);
            callback = lua.reference();
            cycle.after(SCAN_MICROS, () -> finish(cycle, radio, filter));
        }
    }

    private void finish(PowerCycle cycle, Radio radio, Filter filter) {
        if (callback == References.NONE) {
            return;
        }
        LuaState lua = cycle.lua();
        lua.pushReference(callback);
        lua.newTable(0, 0);
        List<AirNetwork> found =
                radio.station().air().scan(radio.station().config().ssid());
        for (AirNetwork network : found) {
            if (filter.admits(network)) {
                pushNetwork(lua, network);
            }
        }
        lua.release(callback);
        callback = References.NONE;
        cycle.call(1, 0);
    }

    private void pushNetwork(LuaState lua, AirNetwork network) {
        if (byBssid) {
            Results.field(
                    lua,
                    network.bssid().toString(),
                    network.name() + "," + network.rssi() + "," + network.auth() + "," + network.channel());
        } else {
            Results.field(
                    lua,
                    network.name(),
                    network.auth() + "," + network.rssi() + "," + network.bssid() + "," + network.channel());
        }
    }
}
