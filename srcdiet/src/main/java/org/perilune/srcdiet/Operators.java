package org.perilune.srcdiet;

import java.util.Map;

/** The operators of Lua 5.1 and how strongly they bind. */
final class Operators {
    static final int UNARY_PRIORITY = 8;

    /** Binds stronger than any operator: the priority of what has no operator. */
    static final int NONE = 100;

    /** A right associative operator is stronger to its left than to its right. */
    record Binary(int left, int right, boolean comparison) {}

    private static final Binary SUM = new Binary(6, 6, false);
    private static final Binary PRODUCT = new Binary(7, 7, false);
    private static final Binary COMPARISON = new Binary(3, 3, true);

    private static final Map<String, Binary> BINARY = Map.ofEntries(
            Map.entry("or", new Binary(1, 1, false)),
            Map.entry("and", new Binary(2, 2, false)),
            Map.entry("<", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("~=", COMPARISON),
            Map.entry("==", COMPARISON),
            Map.entry("..", new Binary(5, 4, false)),
            Map.entry("+", SUM),
            Map.entry("-", SUM),
            Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT),
            Map.entry("%", PRODUCT),
            Map.entry("^", new Binary(10, 9, false)));

    private Operators() {}

    /** The binary operator this token is, or null. */
    static Binary binary(Token token) {
        return token.kind().isString() || !token.isSignificant() ? null : BINARY.get(token.text());
    }

    static boolean isUnary(Token token) {
        return token.is("not") || token.is("-") || token.is("#");
    }
}
