package org.perilune.runtime.lib;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaBuffer;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.Value;

/** {@code os.date} and {@code os.time}. */
final class OsDate {
    private OsDate() {}

    static int date(LuaState lua) {
        String format = Support.textOf(lua.isNoneOrNil(1) ? lua.vm().strings().intern("%c") : Arguments.string(lua, 1));
        double seconds = lua.isNoneOrNil(2) ? now() : Arguments.number(lua, 2);
        boolean universal = format.startsWith("!");
        ZonedDateTime moment;
        try {
            ZoneId zone = universal ? ZoneOffset.UTC : ZoneId.systemDefault();
            moment = Instant.ofEpochSecond((long) seconds).atZone(zone);
        } catch (DateTimeException e) {
            lua.pushNil();
            return 1;
        }
        String pattern = universal ? format.substring(1) : format;
        if (pattern.equals("*t")) {
            pushFields(lua, moment);
        } else {
            pushFormatted(lua, pattern, moment);
        }
        return 1;
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static void pushFields(LuaState lua, ZonedDateTime moment) {
        lua.newTable(0, 9);
        setField(lua, "sec", moment.getSecond());
        setField(lua, "min", moment.getMinute());
        setField(lua, "hour", moment.getHour());
        setField(lua, "day", moment.getDayOfMonth());
        setField(lua, "month", moment.getMonthValue());
        setField(lua, "year", moment.getYear());
        setField(lua, "wday", moment.getDayOfWeek().getValue() % 7 + 1);
        setField(lua, "yday", moment.getDayOfYear());
        lua.push(moment.getZone().getRules().isDaylightSavings(moment.toInstant()));
        lua.setField(-2, "isdst");
    }

    private static void setField(LuaState lua, String name, int value) {
        lua.push(value);
        lua.setField(-2, name);
    }

    private static void pushFormatted(LuaState lua, String pattern, ZonedDateTime moment) {
        LuaBuffer result = new LuaBuffer(lua);
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c != '%' || at == pattern.length()) {
                result.add(c);
            } else {
                result.add(formatted(pattern.charAt(at++), moment));
            }
        }
        result.pushResult();
    }

    /** What C's {@code strftime} writes for one letter in the C locale. */
    private static String formatted(char letter, ZonedDateTime moment) {
        return switch (letter) {
            case 'a' -> text(moment, "EEE");
            case 'A' -> text(moment, "EEEE");
            case 'b', 'h' -> text(moment, "MMM");
            case 'B' -> text(moment, "MMMM");
            case 'c' -> text(moment, "EEE MMM ppd HH:mm:ss uuuu");
            case 'd' -> text(moment, "dd");
            case 'D', 'x' -> text(moment, "MM/dd/yy");
            case 'F' -> text(moment, "uuuu-MM-dd");
            case 'H' -> text(moment, "HH");
            case 'I' -> text(moment, "hh");
            case 'j' -> text(moment, "DDD");
            case 'm' -> text(moment, "MM");
            case 'M' -> text(moment, "mm");
            case 'n' -> "\n";
            case 'p' -> moment.getHour() < 12 ? "AM" : "PM";
            case 'S' -> text(moment, "ss");
            case 't' -> "\t";
            case 'T', 'X' -> text(moment, "HH:mm:ss");
            case 'U' -> week(moment, moment.getDayOfWeek().getValue() % 7);
            case 'w' -> String.valueOf(moment.getDayOfWeek().getValue() % 7);
            case 'W' -> week(moment, moment.getDayOfWeek().getValue() - 1);
            case 'y' -> text(moment, "yy");
            case 'Y' -> String.valueOf(moment.getYear());
            case 'z' -> text(moment, "xx");
            case 'Z' -> text(moment, "zzz");
            case '%' -> "%";
            default -> "%" + letter;
        };
    }

    private static String text(ZonedDateTime moment, String pattern) {
        return moment.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    /** Number of the week, where the first full one has number 1. */
    private static String week(ZonedDateTime moment, int dayOfWeek) {
        int week = (moment.get(ChronoField.DAY_OF_YEAR) + 6 - dayOfWeek) / 7;
        return week < 10 ? "0" + week : String.valueOf(week);
    }

    static int time(LuaState lua) {
        if (lua.isNoneOrNil(1)) {
            lua.push((double) now());
            return 1;
        }
        Arguments.type(lua, 1, Value.TABLE);
        lua.setTop(1);
        int second = field(lua, "sec", 0);
        int minute = field(lua, "min", 0);
        int hour = field(lua, "hour", 12);
        int day = field(lua, "day", null);
        int month = field(lua, "month", null);
        int year = field(lua, "year", null);
        LocalDateTime moment = LocalDateTime.of(year, 1, 1, 0, 0)
                .plusMonths(month - 1L)
                .plusDays(day - 1L)
                .plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second);
        lua.push((double) moment.atZone(ZoneId.systemDefault()).toEpochSecond());
        return 1;
    }

    private static int field(LuaState lua, String name, Integer byDefault) {
        lua.getField(-1, name);
        boolean present = lua.isNumber(-1);
        if (!present && byDefault == null) {
            throw lua.error("field '%s' missing in date table", name);
        }
        int value = present ? lua.toInteger(-1) : byDefault;
        lua.pop(1);
        return value;
    }
}
