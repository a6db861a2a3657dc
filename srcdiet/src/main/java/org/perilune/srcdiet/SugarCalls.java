package org.perilune.srcdiet;

import java.util.List;

/** Turns {@code f("x")} into {@code f"x"} and {@code f({})} into {@code f{}}. */
final class SugarCalls implements Pass {
    @Override
    public List<Token> apply(LuaSource source, List<Token> tokens) {
        TokenEdits edits = new TokenEdits(tokens);
        Parser.parse(source, tokens, new SyntaxEvents() {
            @Override
            public void sugarCall(int open, int close) {
                edits.delete(open);
                edits.delete(close);
            }
        });
        return edits.apply();
    }
}
