package org.perilune.board.wifi;

import org.perilune.board.Board;
import org.perilune.board.BoardModule;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Value;

/** {@code wifi}: the radio's mode, and below it the station, the access point and the events. */
public final class WifiModule implements BoardModule {
    private static final int STRONGEST_POWER = 82;

    private final boolean compat;
    private final RoTable table;

    /** @param compat whether calls that today's firmware lacks are there as well */
    public WifiModule(boolean compat) {
        this.compat = compat;
        table = Library.named("wifi")
                .function("setmode", WifiModule::setMode)
                .function("getmode", lua -> Results.number(lua, radio(lua).mode()))
                .function(
                        "getdefaultmode",
                        lua -> Results.number(lua, radio(lua).flash().mode()))
                .function("getchannel", lua -> Results.number(lua, radio(lua).channel()))
                .function("getcountry", CountryFunctions::get)
                .function("setcountry", CountryFunctions::set)
                .function("setphymode", WifiModule::setPhyMode)
                .function(
                        "getphymode",
                        lua -> Results.number(lua, radio(lua).flash().phyMode()))
                .function("setmaxtxpower", WifiModule::setPower)
                .function("suspend", WifiModule::suspend)
                .function("resume", WifiModule::suspend)
                .function("nullmodesleep", WifiModule::sleepWhenOff)
                .function("sleeptype", WifiModule::sleepType)
                .table("sta", compat ? StationFunctions.OLD_TABLE : StationFunctions.TABLE)
                .table("ap", AccessPointFunctions.TABLE)
                .table("eventmon", EventFunctions.TABLE)
                .number("NULLMODE", Radio.OFF)
                .number("STATION", Radio.STATION)
                .number("SOFTAP", Radio.ACCESS_POINT)
                .number("STATIONAP", Radio.BOTH)
                .number("PHYMODE_B", Radio.PHY_B)
                .number("PHYMODE_G", Radio.PHY_G)
                .number("PHYMODE_N", Radio.PHY_N)
                .number("NONE_SLEEP", Radio.NO_SLEEP)
                .number("LIGHT_SLEEP", Radio.LIGHT_SLEEP)
                .number("MODEM_SLEEP", Radio.MODEM_SLEEP)
                .number("OPEN", Auth.OPEN)
                .number("WPA_PSK", Auth.WPA_PSK)
                .number("WPA2_PSK", Auth.WPA2_PSK)
                .number("WPA_WPA2_PSK", Auth.WPA_WPA2_PSK)
                .number("STA_IDLE", Station.IDLE)
                .number("STA_CONNECTING", Station.CONNECTING)
                .number("STA_WRONGPWD", Station.WRONG_PASSWORD)
                .number("STA_APNOTFOUND", Station.NOT_FOUND)
                .number("STA_FAIL", Station.FAILED)
                .number("STA_GOTIP", Station.GOT_IP)
                .number("COUNTRY_AUTO", Country.AUTO)
                .number("COUNTRY_MANUAL", Country.MANUAL)
                .build();
    }

    @Override
    public RoTable table() {
        return table;
    }

    @Override
    public void opened(PowerCycle cycle) {
        Radio radio = new Radio(cycle);
        cycle.keep(radio);
        cycle.keep(new Scan());
        if (compat) {
            cycle.keep(new StatusMonitor(cycle, radio));
        }
        radio.station().start();
    }

    private static Radio radio(LuaState lua) {
        return Radio.of(Board.of(lua).cycle());
    }

    private static int setMode(LuaState lua) {
        int mode = Arguments.integer(lua, 1);
        Arguments.check(lua, mode >= Radio.OFF && mode <= Radio.BOTH, 1, "Invalid mode");
        boolean save = true;
        if (!lua.isNoneOrNil(2)) {
            Arguments.type(lua, 2, Value.BOOLEAN);
            save = lua.toBoolean(2);
        }
        Radio radio = radio(lua);
        if (save) {
            radio.flash().mode(mode);
        }
        radio.mode(mode);
        return Results.number(lua, mode);
    }

    private static int setPhyMode(LuaState lua) {
        int mode = Arguments.integer(lua, 1);
        if (mode < Radio.PHY_B || mode > Radio.PHY_N) {
            throw lua.error("wrong arg type");
        }
        radio(lua).flash().phyMode(mode);
        return Results.number(lua, mode);
    }

    /** The argument is checked, and is also what comes back. */
    private static int setPower(LuaState lua) {
        int power = Arguments.integer(lua, 1);
        Arguments.check(lua, power > 0 && power <= STRONGEST_POWER, 1, "tx power out of range (0->82)");
        lua.setTop(1);
        return 1;
    }

    /** The default build of the firmware has neither suspend nor resume. */
    private static int suspend(LuaState lua) {
        Board.of(lua)
                .cycle()
                .uart()
                .print(
                        "\n The option \"PMSLEEP_ENABLE\" in \"app/include/user_config.h\" was disabled during FW build!\n");
        throw lua.error("wifi.suspend is unavailable");
    }

    private static int sleepWhenOff(LuaState lua) {
        if (!lua.isNone(1)) {
            radio(lua).sleepsWhenOff(lua.toBoolean(1));
        }
        return Results.flag(lua, radio(lua).sleepsWhenOff());
    }

    static int sleepType(LuaState lua) {
        if (lua.isNumber(1)) {
            int type = lua.toInteger(1);
            Arguments.check(lua, type >= Radio.NO_SLEEP && type <= Radio.MODEM_SLEEP, 1, "range:0-2");
            radio(lua).sleepType(type);
        }
        return Results.number(lua, radio(lua).sleepType());
    }
}
