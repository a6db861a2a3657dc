package org.perilune.srcdiet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The shortest spelling of a number that reads back as the same double. */
final class NumberSpelling {
    /** Digits that always suffice to tell one double from the next. */
    private static final int MAX_DIGITS = 17;

    private NumberSpelling() {}

    static String shortest(String run) {
        if (!Numeral.hasOneValue(run)) {
            return run;
        }
        double value = Numeral.value(run);
        if (Double.isInfinite(value)) {
            return run;
        }
        String best = run;
        for (String candidate : candidates(value)) {
            if (candidate.length() < best.length()) {
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> candidates(double value) {
        if (value == 0) {
            return List.of("0");
        }
        BigDecimal decimal = fewestDigits(value).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        int exponent = -decimal.scale();
        List<String> candidates = new ArrayList<>();
        if (exponent >= 0) {
            candidates.add(digits + "0".repeat(Math.min(exponent, MAX_DIGITS * 2)));
        } else if (-exponent < digits.length()) {
            int point = digits.length() + exponent;
            candidates.add(digits.substring(0, point) + "." + digits.substring(point));
        } else if (-exponent <= MAX_DIGITS * 2) {
            candidates.add("." + "0".repeat(-exponent - digits.length()) + digits);
        }
        candidates.add(digits + "e" + exponent);
        candidates.removeIf(candidate -> Double.parseDouble(candidate) != value);
        return candidates;
    }

    private static BigDecimal fewestDigits(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
    }
}
