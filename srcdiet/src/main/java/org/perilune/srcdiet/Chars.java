package org.perilune.srcdiet;

/** Character classes of the 5.1 lexer in the C locale, on bytes seen as ISO-8859-1, and the counting of lines. */
final class Chars {
    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHexDigit(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == 0x0B || c == '\f';
    }

    static boolean isPrintable(char c) {
        return c >= ' ' && c < 0x7F;
    }

    /** The index after the line end that begins at {@code at}; CRLF and LFCR are one line end. */
    static int skipLineEnd(String text, int at) {
        int next = at + 1;
        boolean pair = next < text.length() && isLineEnd(text.charAt(next)) && text.charAt(next) != text.charAt(at);
        return pair ? next + 1 : next;
    }

    static int lineEnds(String text) {
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            if (isLineEnd(text.charAt(at))) {
                count++;
                at = skipLineEnd(text, at);
            } else {
                at++;
            }
        }
        return count;
    }
}
