package org.perilune.runtime.lib;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.NumberText;

/** Reads whole numbers of any base as C's {@code strtoul} does on the device: 32 bits without a sign. */
final class BasedNumber {
    /** The text is no number. */
    static final long NONE = -1;

    private static final long LARGEST = 0xffff_ffffL;

    private BasedNumber() {}

    /** The number a text holds, with white space around it; a minus makes its complement. */
    static long parse(LuaString string, int base) {
        byte[] text = string.bytes();
        int end = Support.untilNul(string);
        while (end > 0 && NumberText.isSpace(text[end - 1])) {
            end--;
        }
        int at = 0;
        while (at < end && NumberText.isSpace(text[at])) {
            at++;
        }
        boolean negative = at < end && text[at] == '-';
        if (negative || (at < end && text[at] == '+')) {
            at++;
        }
        if (base == 16 && end - at > 2 && text[at] == '0' && (text[at + 1] | 0x20) == 'x') {
            at += 2;
        }
        if (at == end) {
            return NONE;
        }
        long number = 0;
        for (; at < end; at++) {
            int digit = text[at] < 0 ? -1 : Character.digit(text[at], base);
            if (digit < 0) {
                return NONE;
            }
            number = number > LARGEST ? number : number * base + digit;
        }
        if (number > LARGEST) {
            return LARGEST;
        }
        return negative ? -number & LARGEST : number;
    }
}
