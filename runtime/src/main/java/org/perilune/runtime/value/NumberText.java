package org.perilune.runtime.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers as text and back, as C's {@code "%.14g"} and {@code strtod} do it. */
public final class NumberText {
    private static final int DIGITS = 14;

    private NumberText() {}

    /** What {@code tostring} gives for a number. */
    public static String format(double value) {
        long whole = (long) value;
        if (whole == value && whole > -100_000_000_000_000L && whole < 100_000_000_000_000L) {
            return whole == 0 && 1 / value < 0 ? "-0" : Long.toString(whole);
        }
        return general(value, DIGITS, false);
    }

    /**
     * C's {@code %g}.
     *
     * @param precision significant digits, at least 1
     * @param keepZeros whether trailing zeros stay, as the flag {@code #} asks
     */
    public static String general(double value, int precision, boolean keepZeros) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return notFinite(value);
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + (keepZeros && precision > 1 ? "0." + "0".repeat(precision - 1) : "0");
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(new MathContext(precision, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        int exponent = digits.length() - 1 - rounded.scale();
        digits = digits.length() < precision
                ? digits + "0".repeat(precision - digits.length())
                : digits.substring(0, precision);
        if (exponent < -4 || exponent >= precision) {
            return sign + point(digits, 1, keepZeros) + exponentText(exponent);
        }
        if (exponent < 0) {
            return sign + point("0".repeat(-exponent) + digits, 1, keepZeros);
        }
        return sign + point(digits, exponent + 1, keepZeros);
    }

    private static String point(String digits, int whole, boolean keepZeros) {
        int end = digits.length();
        while (!keepZeros && end > whole && digits.charAt(end - 1) == '0') {
            end--;
        }
        String head = digits.substring(0, whole);
        return end > whole ? head + "." + digits.substring(whole, end) : head;
    }

    /** An exponent as C writes it: sign and at least two digits. */
    public static String exponentText(int exponent) {
        int size = Math.abs(exponent);
        return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }

    /** Infinities and NaN, with their sign. */
    public static String notFinite(double value) {
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        return sign + (Double.isNaN(value) ? "nan" : "inf");
    }

    /** A number or the lack of one, as {@link #parse} returns it. */
    public static final double NOT_A_NUMBER_TEXT = Double.longBitsToDouble(0x7ff8_dead_dead_deadL);

    /** Whether {@link #parse} found no number. */
    public static boolean isFailure(double parsed) {
        return Double.doubleToRawLongBits(parsed) == 0x7ff8_dead_dead_deadL;
    }

    /**
     * Reads a whole text as a number: white space, a sign, decimal or hexadecimal digits, an exponent, white space. A
     * NUL ends the text, as it does in C.
     *
     * @return the number, or what {@link #isFailure} knows
     */
    public static double parse(byte[] text) {
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        int from = 0;
        while (from < end && isSpace(text[from])) {
            from++;
        }
        while (end > from && isSpace(text[end - 1])) {
            end--;
        }
        String trimmed = new String(text, from, end - from, StandardCharsets.ISO_8859_1);
        boolean negative = trimmed.startsWith("-");
        String unsigned = negative || trimmed.startsWith("+") ? trimmed.substring(1) : trimmed;
        double size = parseUnsigned(unsigned);
        return isFailure(size) || !negative ? size : -size;
    }

    public static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static double parseUnsigned(String text) {
        if (text.isEmpty()) {
            return NOT_A_NUMBER_TEXT;
        }
        if (text.length() > 2 && text.charAt(0) == '0' && (text.charAt(1) | 0x20) == 'x') {
            return parseHex(text.substring(2));
        }
        char first = text.charAt(0);
        if (first != '.' && (first < '0' || first > '9')) {
            return switch (text.toLowerCase(java.util.Locale.ROOT)) {
                case "inf", "infinity" -> Double.POSITIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> NOT_A_NUMBER_TEXT;
            };
        }
        return isDecimal(text) ? Double.parseDouble(text) : NOT_A_NUMBER_TEXT;
    }

    private static boolean isDecimal(String text) {
        int at = 0;
        int digits = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
            digits++;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
                digits++;
            }
        }
        if (digits == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            at = skipExponent(text, at);
        }
        return at == text.length();
    }

    /** Place after an exponent whose letter stands at {@code at}; -1 when it is none. */
    private static int skipExponent(String text, int at) {
        int next = at + 1;
        if (next < text.length() && (text.charAt(next) == '+' || text.charAt(next) == '-')) {
            next++;
        }
        int firstDigit = next;
        while (next < text.length() && isDigit(text.charAt(next))) {
            next++;
        }
        return next > firstDigit ? next : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static double parseHex(String text) {
        int exponentAt = text.toLowerCase(java.util.Locale.ROOT).indexOf('p');
        String digits = exponentAt < 0 ? text : text.substring(0, exponentAt);
        if (exponentAt >= 0 && skipExponent(text, exponentAt) != text.length()) {
            return NOT_A_NUMBER_TEXT;
        }
        int hexDigits = 0;
        int points = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '.') {
                points++;
            } else if (Character.digit(c, 16) >= 0 && c < 128) {
                hexDigits++;
            } else {
                return NOT_A_NUMBER_TEXT;
            }
        }
        if (hexDigits == 0 || points > 1) {
            return NOT_A_NUMBER_TEXT;
        }
        return Double.parseDouble("0x" + digits + (exponentAt < 0 ? "p0" : text.substring(exponentAt)));
    }
}
