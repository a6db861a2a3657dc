package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;

/**
 * The shortest spelling of a string. What the source wrote as escapes and is not printable stays escaped: a control
 * character that nobody sees is not worth the byte it saves.
 */
final class StringSpelling {
    static final String ESCAPE_LETTERS = "abfnrtv";
    static final String ESCAPED = "\u0007\b\f\n\r\t\u000B";

    private StringSpelling() {}

    /**
     * A token for the same bytes that is not longer.
     *
     * @param afterBracket whether a square bracket stands before it, which a long bracket must not touch
     * @param keepLines whether it must reach over as many lines as before
     */
    static Token shortest(Token token, boolean afterBracket, boolean keepLines) {
        Token best = token;
        int bestCost = cost(token, afterBracket);
        for (Token candidate : candidates(token)) {
            int cost = cost(candidate, afterBracket);
            if (cost < bestCost && (!keepLines || candidate.lineEnds() == token.lineEnds())) {
                best = candidate;
                bestCost = cost;
            }
        }
        return best;
    }

    private static int cost(Token token, boolean afterBracket) {
        return token.text().length() + (afterBracket && token.kind() == TokenKind.LONG_STRING ? 1 : 0);
    }

    private static List<Token> candidates(Token token) {
        StringValue value = StringValue.of(token);
        List<Token> candidates = new ArrayList<>();
        candidates.add(new Token(TokenKind.SHORT_STRING, quoted(value, '"'), token.line()));
        candidates.add(new Token(TokenKind.SHORT_STRING, quoted(value, '\''), token.line()));
        if (fitsLongBracket(value)) {
            candidates.add(new Token(TokenKind.LONG_STRING, bracketed(value.bytes()), token.line()));
        }
        return candidates;
    }

    private static String quoted(StringValue value, char quote) {
        String bytes = value.bytes();
        StringBuilder spelled = new StringBuilder().append(quote);
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c == quote || c == '\\') {
                spelled.append('\\').append(c);
            } else if (Chars.isPrintable(c) || value.isRaw(i) && !Chars.isLineEnd(c)) {
                spelled.append(c);
            } else {
                boolean digitFollows = i + 1 < bytes.length() && Chars.isDigit(bytes.charAt(i + 1));
                spelled.append(escape(c, digitFollows));
            }
        }
        return spelled.append(quote).toString();
    }

    private static String escape(char c, boolean digitFollows) {
        int named = ESCAPED.indexOf(c);
        if (named >= 0) {
            return "\\" + ESCAPE_LETTERS.charAt(named);
        }
        String digits = Integer.toString(c);
        return "\\" + (digitFollows ? "0".repeat(3 - digits.length()) : "") + digits;
    }

    private static boolean fitsLongBracket(StringValue value) {
        String bytes = value.bytes();
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c == '\r' || c != '\n' && !Chars.isPrintable(c) && !value.isRaw(i)) {
                return false;
            }
        }
        return true;
    }

    private static String bracketed(String bytes) {
        int level = 0;
        while (closesEarly(bytes, level) || level == 0 && bytes.contains("[[")) {
            level++;
        }
        String skipped = bytes.startsWith("\n") ? "\n" : "";
        return LongBracket.opening(level) + skipped + bytes + LongBracket.closing(level);
    }

    private static boolean closesEarly(String bytes, int level) {
        String closing = LongBracket.closing(level);
        return (bytes + closing).indexOf(closing) < bytes.length();
    }
}
