package org.perilune.srcdiet;

/**
 * A piece of source text that is one lexical unit.
 *
 * @param kind what it is
 * @param text its bytes, one char per byte
 * @param line the line of the source text on which it begins; a token keeps it through all passes, so that a minified text
 *     can be traced back
 */
record Token(TokenKind kind, String text, int line) {
    static final String LINE_END = "\n";

    boolean isSignificant() {
        return kind.isSignificant();
    }

    /** Whether this is the operator or keyword with that spelling; a string with the same text is not. */
    boolean is(String spelling) {
        return (kind == TokenKind.OPERATOR || kind == TokenKind.KEYWORD) && text.equals(spelling);
    }

    Token withText(String newText) {
        return new Token(kind, newText, line);
    }

    /** The line on which the token ends; only a line end, a long bracket or an escaped line end reaches further. */
    int endLine() {
        return line + lineEnds();
    }

    int lineEnds() {
        return switch (kind) {
            case NEWLINE -> 1;
            case LONG_STRING, LONG_COMMENT, SHORT_STRING -> Chars.lineEnds(text);
            default -> 0;
        };
    }

    static Token space(int line) {
        return new Token(TokenKind.BLANK, " ", line);
    }

    static Token lineEnd(int line) {
        return new Token(TokenKind.NEWLINE, LINE_END, line);
    }
}
