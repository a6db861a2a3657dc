package org.perilune.runtime.lib;

import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;

/**
 * One item of a format, such as {@code %-8.3f}.
 *
 * @param flags the flags among {@code -+ #0} as they stand
 * @param width least characters
 * @param precision what follows the point, {@link #NONE} without a point
 * @param conversion the letter, 0 at the format's end
 * @param end where the format goes on
 */
record FormatItem(String flags, int width, int precision, int conversion, int end) {
    /** No precision is given. */
    static final int NONE = -1;

    private static final String FLAGS = "-+ #0";
    /** One flag more than there are different ones. */
    private static final int TOO_MANY_FLAGS = 6;

    /** Reads the item whose percent sign stands before {@code from}. */
    static FormatItem parse(LuaState lua, LuaString format, int from) {
        int at = from;
        while (isFlag(byteAt(format, at))) {
            at++;
        }
        if (at - from >= TOO_MANY_FLAGS) {
            throw lua.error("invalid format (repeated flags)");
        }
        String flags = format.toString().substring(from, at);
        int widthEnd = numberEnd(format, at);
        int width = number(format, at, widthEnd);
        int precision = NONE;
        at = widthEnd;
        if (byteAt(format, at) == '.') {
            int precisionEnd = numberEnd(format, at + 1);
            precision = number(format, at + 1, precisionEnd);
            at = precisionEnd;
        }
        if (isDigit(byteAt(format, at))) {
            throw lua.error("invalid format (width or precision too long)");
        }
        return new FormatItem(flags, width, precision, byteAt(format, at), at + 1);
    }

    private static int byteAt(LuaString format, int at) {
        return at < format.length() ? format.byteAt(at) : 0;
    }

    private static boolean isFlag(int c) {
        return c != 0 && FLAGS.indexOf(c) >= 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Where a number of two digits at most ends. */
    private static int numberEnd(LuaString format, int from) {
        int at = from;
        while (at < from + 2 && isDigit(byteAt(format, at))) {
            at++;
        }
        return at;
    }

    private static int number(LuaString format, int from, int end) {
        int number = 0;
        for (int at = from; at < end; at++) {
            number = number * 10 + format.byteAt(at) - '0';
        }
        return number;
    }

    boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    boolean hasPrecision() {
        return precision != NONE;
    }

    /** Fills a text up to the width with spaces. */
    String pad(String text) {
        if (text.length() >= width) {
            return text;
        }
        String fill = " ".repeat(width - text.length());
        return has('-') ? text + fill : fill + text;
    }

    /** Fills a number up to the width, with zeros after its sign if {@code zeros} and the flag 0 ask for them. */
    String padNumber(String sign, String digits, boolean zeros) {
        int missing = width - sign.length() - digits.length();
        if (zeros && has('0') && !has('-') && missing > 0) {
            return sign + "0".repeat(missing) + digits;
        }
        return pad(sign + digits);
    }

    /** The sign to show before a number. */
    String sign(boolean negative) {
        if (negative) {
            return "-";
        } else if (has('+')) {
            return "+";
        }
        return has(' ') ? " " : "";
    }
}
