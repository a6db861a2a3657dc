package org.perilune.srcdiet;

/** Numbers as the 5.1 lexer reads them: a run of digits, dots, an exponent and whatever letters stick to it. */
final class Numeral {
    /** Above this, hosts and boards disagree on what a hexadecimal number is. */
    private static final long MAX_COMMON_HEX = 0x7FFF_FFFFL;

    private Numeral() {}

    /** The index after the run that begins at {@code start}, well formed or not. */
    static int end(String text, int start) {
        int at = start;
        while (at < text.length() && (Chars.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
        }
        while (at < text.length() && Chars.isNamePart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isWellFormed(String run) {
        return isHex(run) ? isHexNumber(run) : isDecimalNumber(run);
    }

    static boolean isHex(String run) {
        return run.length() > 1 && run.charAt(0) == '0' && (run.charAt(1) == 'x' || run.charAt(1) == 'X');
    }

    /** Whether every board and host reads the same value from it; big and binary-exponent hexadecimal numbers differ. */
    static boolean hasOneValue(String run) {
        if (!isHex(run)) {
            return true;
        }
        if (run.indexOf('p') >= 0 || run.indexOf('P') >= 0) {
            return false;
        }
        String digits = run.substring(2).replaceFirst("^0+", "");
        return digits.length() <= 8 && (digits.isEmpty() || Long.parseLong(digits, 16) <= MAX_COMMON_HEX);
    }

    static double value(String run) {
        return isHex(run) ? Long.parseLong(run.substring(2), 16) : Double.parseDouble(run);
    }

    private static boolean isHexNumber(String run) {
        int at = 2;
        while (at < run.length() && Chars.isHexDigit(run.charAt(at))) {
            at++;
        }
        if (at == 2) {
            return false;
        }
        if (at < run.length() && (run.charAt(at) == 'p' || run.charAt(at) == 'P')) {
            return isDigits(run, at + 1);
        }
        return at == run.length();
    }

    private static boolean isDecimalNumber(String run) {
        int at = 0;
        int digits = 0;
        int dots = 0;
        while (at < run.length() && (Chars.isDigit(run.charAt(at)) || run.charAt(at) == '.')) {
            if (run.charAt(at) == '.') {
                dots++;
            } else {
                digits++;
            }
            at++;
        }
        if (digits == 0 || dots > 1) {
            return false;
        }
        if (at == run.length()) {
            return true;
        }
        if (run.charAt(at) != 'e' && run.charAt(at) != 'E') {
            return false;
        }
        at++;
        boolean signed = at < run.length() && (run.charAt(at) == '+' || run.charAt(at) == '-');
        return isDigits(run, signed ? at + 1 : at);
    }

    private static boolean isDigits(String run, int from) {
        return from < run.length() && run.substring(from).chars().allMatch(c -> Chars.isDigit((char) c));
    }
}
