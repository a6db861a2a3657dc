package org.perilune.srcdiet;

import java.util.List;

/** Removes semicolons behind statements, unless a parenthesis would then join the statement, and last separators of tables. */
final class DropSeparators implements Pass {
    @Override
    public List<Token> apply(LuaSource source, List<Token> tokens) {
        TokenEdits edits = new TokenEdits(tokens);
        Parser.parse(source, tokens, new SyntaxEvents() {
            @Override
            public void semicolon(int at, boolean afterExpression) {
                if (!afterExpression || !parenthesisFollows(tokens, at)) {
                    edits.delete(at);
                }
            }

            @Override
            public void trailingSeparator(int at) {
                edits.delete(at);
            }
        });
        return edits.apply();
    }

    private static boolean parenthesisFollows(List<Token> tokens, int at) {
        return tokens.subList(at + 1, tokens.size()).stream()
                .filter(Token::isSignificant)
                .findFirst()
                .filter(token -> token.is("("))
                .isPresent();
    }
}
