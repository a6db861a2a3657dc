package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;

/** Writes numbers and strings the shortest way. */
final class RespellLiterals implements Pass {
    private final boolean keepLines;

    RespellLiterals(boolean keepLines) {
        this.keepLines = keepLines;
    }

    @Override
    public List<Token> apply(LuaSource source, List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        boolean afterBracket = false;
        for (Token token : tokens) {
            result.add(respell(token, afterBracket));
            if (token.isSignificant()) {
                afterBracket = token.is("[");
            }
        }
        return result;
    }

    private Token respell(Token token, boolean afterBracket) {
        if (token.kind() == TokenKind.NUMBER) {
            return token.withText(NumberSpelling.shortest(token.text()));
        }
        return token.kind().isString() ? StringSpelling.shortest(token, afterBracket, keepLines) : token;
    }
}
