package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaBuffer;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.LuaString;

/** {@code string.format}: C's {@code printf} as far as the firmware lets it through. */
final class Format {
    /** Length from which a string without precision is added as it is, whatever its width. */
    private static final int LONG_STRING = 100;

    private Format() {}

    static int format(LuaState lua) {
        int count = lua.argCount();
        LuaString format = Arguments.string(lua, 1);
        LuaBuffer buffer = new LuaBuffer(lua);
        int argument = 1;
        int at = 0;
        while (at < format.length()) {
            int c = format.byteAt(at++);
            if (c != '%') {
                buffer.add(c);
            } else if (at < format.length() && format.byteAt(at) == '%') {
                buffer.add('%');
                at++;
            } else {
                argument++;
                if (argument > count) {
                    throw Arguments.error(lua, argument, "no value");
                }
                FormatItem item = FormatItem.parse(lua, format, at);
                at = item.end();
                addItem(lua, buffer, item, argument);
            }
        }
        buffer.pushResult();
        return 1;
    }

    private static void addItem(LuaState lua, LuaBuffer buffer, FormatItem item, int argument) {
        switch (item.conversion()) {
            case 'c' -> addCharacter(buffer, item, toInt(Arguments.number(lua, argument)) & 0xff);
            case 'd', 'i' -> buffer.add(NumberFormat.signed(item, toInt(Arguments.number(lua, argument))));
            case 'o', 'u', 'x', 'X' ->
                buffer.add(NumberFormat.unsigned(item, toUnsigned(Arguments.number(lua, argument))));
            case 'e', 'E', 'f', 'g', 'G' -> buffer.add(NumberFormat.floating(item, Arguments.number(lua, argument)));
            case 'q' -> addQuoted(buffer, Arguments.string(lua, argument));
            case 's' -> {
                LuaString text = Arguments.string(lua, argument);
                if (!item.hasPrecision() && text.length() >= LONG_STRING) {
                    lua.pushCopy(argument);
                    buffer.addValue();
                } else {
                    String shown = Support.textOf(text);
                    boolean cut = item.hasPrecision() && item.precision() < shown.length();
                    buffer.add(item.pad(cut ? shown.substring(0, item.precision()) : shown));
                }
            }
            default -> {
                String letter = item.conversion() == 0 ? "" : String.valueOf((char) item.conversion());
                throw lua.error("invalid option '%%%s' to 'format'", letter);
            }
        }
    }

    /** The device's conversion to 32 bits: what does not fit becomes the smallest. */
    private static int toInt(double number) {
        boolean fits = number > -2147483649.0 && number < 2147483648.0;
        return fits ? (int) number : Integer.MIN_VALUE;
    }

    /** The same to 32 bits without a sign, where negative numbers count as their complement. */
    private static long toUnsigned(double number) {
        if (number >= 2147483648.0) {
            return (toInt(number - 2147483648.0) ^ Integer.MIN_VALUE) & 0xffff_ffffL;
        }
        return toInt(number) & 0xffff_ffffL;
    }

    private static void addCharacter(LuaBuffer buffer, FormatItem item, int c) {
        String padded = item.pad(String.valueOf((char) c));
        int nul = padded.indexOf('\0');
        buffer.add(nul < 0 ? padded : padded.substring(0, nul)); // C measures it again
    }

    /** Adds a text so that the compiler reads it back. */
    private static void addQuoted(LuaBuffer buffer, LuaString text) {
        buffer.add('"');
        for (int i = 0; i < text.length(); i++) {
            int c = text.byteAt(i);
            switch (c) {
                case '"', '\\', '\n' -> {
                    buffer.add('\\');
                    buffer.add(c);
                }
                case '\r' -> buffer.add("\\r");
                case 0 -> buffer.add("\\000");
                default -> buffer.add(c);
            }
        }
        buffer.add('"');
    }
}
