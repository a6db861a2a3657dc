package org.perilune.srcdiet;

/**
 * A parenthesised expression and all that decides whether the parentheses may go.
 *
 * @param open index of the opening token
 * @param close index of the closing token
 * @param inner what is between them
 * @param limit the priority an operator must exceed to belong to the expression at this place
 * @param oneValue whether the place takes exactly one value anyway
 * @param comparedWithNumber whether it is compared with a number literal to its left
 * @param follower the token behind the closing one
 */
record Parentheses(
        int open,
        int close,
        Expression inner,
        int limit,
        boolean oneValue,
        boolean comparedWithNumber,
        Token follower) {

    /** Whether the text without them parses to the same tree and compiles to the same code. */
    boolean areRedundant() {
        if (startsSuffix(follower)) {
            return inner.shape().isPrefix();
        }
        Operators.Binary next = Operators.binary(follower);
        boolean single = oneValue || limit > 0 || next != null;
        if (inner.shape().isMultiple() && !single) {
            return false;
        }
        if (comparedWithNumber && inner.shape().isPrefix()) {
            return false; // the order in which the operands reach registers could change
        }
        return inner.lowestLeft() > limit && (next == null || next.left() <= inner.rightSpine());
    }

    private static boolean startsSuffix(Token token) {
        return token.kind().isString()
                || token.is(".")
                || token.is("[")
                || token.is(":")
                || token.is("(")
                || token.is("{");
    }
}
