package org.perilune.srcdiet;

/** What a token is. Every byte of a source belongs to exactly one token. */
enum TokenKind {
    NAME,
    KEYWORD,
    NUMBER,
    SHORT_STRING,
    LONG_STRING,
    OPERATOR,
    SHORT_COMMENT,
    LONG_COMMENT,
    /** Blanks inside one line. */
    BLANK,
    /** One line end: LF, CR, CRLF or LFCR, as the 5.1 lexer counts lines. */
    NEWLINE,
    /** A first line that begins with '#', without its line end: loaders skip it. */
    SHEBANG,
    /** The UTF-8 byte order mark. */
    BOM;

    /** Whether the compiler sees tokens of this kind; the others only separate. */
    boolean isSignificant() {
        return compareTo(SHORT_COMMENT) < 0;
    }

    boolean isString() {
        return this == SHORT_STRING || this == LONG_STRING;
    }

    boolean isComment() {
        return this == SHORT_COMMENT || this == LONG_COMMENT;
    }
}
