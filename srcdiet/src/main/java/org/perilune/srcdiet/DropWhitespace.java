package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Leaves one separator where two tokens would otherwise read differently, and nothing elsewhere. The separator is a line
 * end where the source had one: it costs the same and keeps messages close to the source. No separator is ever needed
 * before a parenthesis, so none can turn a call into a new statement.
 */
final class DropWhitespace implements Pass {
    private final boolean keepLines;

    /** With {@code keepLines} all line ends stay. */
    DropWhitespace(boolean keepLines) {
        this.keepLines = keepLines;
    }

    @Override
    public List<Token> apply(LuaSource source, List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        Token previous = null;
        int lineEnds = 0;
        for (Token token : tokens) {
            if (!token.isSignificant()) {
                lineEnds += token.lineEnds();
                continue;
            }
            separate(previous, token, lineEnds, result);
            result.add(token);
            previous = token;
            lineEnds = 0;
        }
        if (keepLines) {
            addLineEnds(lineEnds, previous == null ? 1 : previous.line(), result);
        }
        return result;
    }

    private void separate(Token previous, Token token, int lineEnds, List<Token> result) {
        if (keepLines && lineEnds > 0) {
            addLineEnds(lineEnds, token.line(), result);
        } else if (previous != null && Gluing.isHarmful(previous, token)) {
            result.add(lineEnds > 0 ? Token.lineEnd(token.line()) : Token.space(token.line()));
        }
    }

    private static void addLineEnds(int count, int line, List<Token> result) {
        result.addAll(Collections.nCopies(count, Token.lineEnd(line)));
    }
}
