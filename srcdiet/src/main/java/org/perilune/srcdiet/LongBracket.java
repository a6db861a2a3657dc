package org.perilune.srcdiet;

/** Long brackets: two square brackets with any number of equal signs (the level) between them. */
final class LongBracket {
    private LongBracket() {}

    static boolean opens(String text, int at) {
        return level(text, at) >= 0;
    }

    /** The level of the bracket that opens here, -1 if none does. */
    static int level(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '[') {
            return -1;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        return end < text.length() && text.charAt(end) == '[' ? end - at - 1 : -1;
    }

    static String closing(int level) {
        return "]" + "=".repeat(level) + "]";
    }

    static String opening(int level) {
        return "[" + "=".repeat(level) + "[";
    }

    /** The index after the closing bracket that belongs to the one opening at {@code open}; -1 if it never closes. */
    static int end(String text, int open) {
        int level = level(text, open);
        int close = text.indexOf(closing(level), open + level + 2);
        return close < 0 ? -1 : close + level + 2;
    }
}
