package org.perilune.srcdiet;

/** The bytes a string token stands for, and which of them the source wrote as they are. */
final class StringValue {
    private final StringBuilder bytes = new StringBuilder();
    /** Per byte 'r' if it stood in the source as it is, 'e' if an escape made it. */
    private final StringBuilder origins = new StringBuilder();

    private StringValue() {}

    static StringValue of(Token token) {
        StringValue value = new StringValue();
        if (token.kind() == TokenKind.LONG_STRING) {
            value.readLong(token.text());
        } else {
            value.readShort(token.text());
        }
        return value;
    }

    String bytes() {
        return bytes.toString();
    }

    boolean isRaw(int at) {
        return origins.charAt(at) == 'r';
    }

    private void add(char c, boolean raw) {
        bytes.append(c);
        origins.append(raw ? 'r' : 'e');
    }

    /** A line end right behind the opening bracket does not count; any other is one LF. */
    private void readLong(String text) {
        int brackets = LongBracket.level(text, 0) + 2;
        int end = text.length() - brackets;
        int at = brackets;
        if (at < end && Chars.isLineEnd(text.charAt(at))) {
            at = Chars.skipLineEnd(text, at);
        }
        while (at < end) {
            char c = text.charAt(at);
            boolean lineEnd = Chars.isLineEnd(c);
            add(lineEnd ? '\n' : c, true);
            at = lineEnd ? Chars.skipLineEnd(text, at) : at + 1;
        }
    }

    private void readShort(String text) {
        int end = text.length() - 1;
        int at = 1;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\\') {
                at = readEscape(text, at + 1, end);
            } else {
                add(c, true);
                at++;
            }
        }
    }

    private int readEscape(String text, int at, int end) {
        char c = text.charAt(at);
        if (Chars.isLineEnd(c)) {
            add('\n', false);
            return Chars.skipLineEnd(text, at);
        }
        if (!Chars.isDigit(c)) {
            int named = StringSpelling.ESCAPE_LETTERS.indexOf(c);
            add(named < 0 ? c : StringSpelling.ESCAPED.charAt(named), named < 0);
            return at + 1;
        }
        int next = at;
        int value = 0;
        while (next < end && next < at + 3 && Chars.isDigit(text.charAt(next))) {
            value = value * 10 + text.charAt(next++) - '0';
        }
        add((char) value, false);
        return next;
    }
}
