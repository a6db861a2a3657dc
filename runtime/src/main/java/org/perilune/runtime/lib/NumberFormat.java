package org.perilune.runtime.lib;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.perilune.runtime.value.NumberText;

/** Numbers as C's {@code printf} writes them, rounded exactly. */
final class NumberFormat {
    private static final int DEFAULT_PRECISION = 6;

    private NumberFormat() {}

    /** {@code %d} and {@code %i}. */
    static String signed(FormatItem item, int value) {
        String digits = leastDigits(item, Long.toString(Math.abs((long) value)));
        return item.padNumber(item.sign(value < 0), digits, !item.hasPrecision());
    }

    /** {@code %o}, {@code %u}, {@code %x} and {@code %X}. */
    static String unsigned(FormatItem item, long value) {
        String prefix = "";
        String digits;
        switch (item.conversion()) {
            case 'o' -> {
                digits = leastDigits(item, Long.toOctalString(value));
                if (item.has('#') && !digits.startsWith("0")) {
                    digits = "0" + digits;
                }
            }
            case 'u' -> digits = leastDigits(item, Long.toString(value));
            default -> {
                digits = leastDigits(item, Long.toHexString(value));
                prefix = item.has('#') && value != 0 ? "0x" : "";
                if (item.conversion() == 'X') {
                    digits = digits.toUpperCase(Locale.ROOT);
                    prefix = prefix.toUpperCase(Locale.ROOT);
                }
            }
        }
        return item.padNumber(prefix, digits, !item.hasPrecision());
    }

    /** Zeros in front up to the precision; with precision 0 nothing stands for 0. */
    private static String leastDigits(FormatItem item, String digits) {
        if (item.precision() == 0 && digits.equals("0")) {
            return "";
        }
        int missing = item.precision() - digits.length();
        return missing > 0 ? "0".repeat(missing) + digits : digits;
    }

    /** {@code %e}, {@code %f}, {@code %g} and their capitals. */
    static String floating(FormatItem item, double value) {
        boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
        String sign = item.sign(Double.doubleToRawLongBits(value) < 0);
        String digits = finite ? digits(item, Math.abs(value)) : NumberText.notFinite(Math.abs(value));
        if (item.conversion() == 'E' || item.conversion() == 'G') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        return item.padNumber(sign, digits, finite);
    }

    private static String digits(FormatItem item, double size) {
        int precision = item.hasPrecision() ? item.precision() : DEFAULT_PRECISION;
        String digits = switch (item.conversion()) {
            case 'f' ->
                new BigDecimal(size).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
            case 'e', 'E' -> scientific(size, precision);
            default -> NumberText.general(size, Math.max(1, precision), item.has('#'));
        };
        return item.has('#') ? withPoint(digits) : digits;
    }

    private static String scientific(double size, int precision) {
        if (size == 0) {
            return (precision > 0 ? "0." + "0".repeat(precision) : "0") + NumberText.exponentText(0);
        }
        BigDecimal rounded = new BigDecimal(size).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        int exponent = digits.length() - 1 - rounded.scale();
        digits += "0".repeat(Math.max(0, precision + 1 - digits.length()));
        String fraction = digits.substring(1, precision + 1);
        return digits.charAt(0) + (fraction.isEmpty() ? "" : "." + fraction) + NumberText.exponentText(exponent);
    }

    /** Puts a decimal point where there is none. */
    private static String withPoint(String digits) {
        if (digits.indexOf('.') >= 0) {
            return digits;
        }
        int exponentAt = digits.indexOf('e');
        return exponentAt < 0 ? digits + "." : digits.substring(0, exponentAt) + "." + digits.substring(exponentAt);
    }
}
