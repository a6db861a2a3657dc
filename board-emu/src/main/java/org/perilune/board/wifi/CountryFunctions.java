package org.perilune.board.wifi;

import java.util.Locale;
import org.perilune.board.Board;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;

/** {@code wifi.getcountry} and {@code wifi.setcountry}. */
final class CountryFunctions {
    private static final int MAX_CHANNEL = 14;
    private static final String BAD_CODE = "country: country code must be 2 chars";

    private CountryFunctions() {}

    static int get(LuaState lua) {
        Country country = Radio.of(Board.of(lua).cycle()).country();
        lua.newTable(0, 0);
        Results.field(lua, "country", country.code());
        Results.field(lua, "start_ch", country.firstChannel());
        Results.field(lua, "end_ch", country.lastChannel());
        Results.field(lua, "policy", country.policy());
        return 1;
    }

    static int set(LuaState lua) {
        Arguments.check(lua, lua.isTable(1), 1, "Table not found!");
        Options options = new Options(lua);
        String code = options.text("country", 2, 2, BAD_CODE, "country: must be string");
        boolean letters = code == null || code.chars().allMatch(c -> c < 128 && Character.isLetter(c));
        Arguments.check(lua, letters, 1, BAD_CODE);
        int first = options.number(
                "start_ch",
                Country.DEFAULT.firstChannel(),
                1,
                MAX_CHANNEL,
                "start_ch: Range:1-14",
                "start_ch: must be a number");
        int last = options.number(
                "end_ch",
                Country.DEFAULT.lastChannel(),
                1,
                MAX_CHANNEL,
                "end_ch: Range:1-14",
                "end_ch: must be a number");
        Arguments.check(lua, last >= first, 1, "end_ch: can't be less than start_ch");
        int policy = options.number(
                "policy",
                Country.AUTO,
                Country.AUTO,
                Country.MANUAL,
                "policy: must be 0 or 1",
                "policy: must be a number");
        Radio.of(Board.of(lua).cycle())
                .country(new Country(
                        code == null ? Country.DEFAULT.code() : code.toUpperCase(Locale.ROOT), first, last, policy));
        return Results.flag(lua, true);
    }
}
