package org.perilune.srcdiet;

import java.util.List;

/** Turns {@code t["key"]} into {@code t.key} and {@code {["key"]=v}} into {@code {key=v}}. */
final class ShortenKeys implements Pass {
    @Override
    public List<Token> apply(LuaSource source, List<Token> tokens) {
        TokenEdits edits = new TokenEdits(tokens);
        Parser.parse(source, tokens, new SyntaxEvents() {
            @Override
            public void stringKey(int open, int string, int close, boolean inTable) {
                String key = StringValue.of(tokens.get(string)).bytes();
                if (!Keywords.isName(key)) {
                    return;
                }
                if (inTable) {
                    edits.delete(open);
                } else {
                    edits.replace(open, TokenKind.OPERATOR, ".");
                }
                edits.replace(string, TokenKind.NAME, key);
                edits.delete(close);
            }
        });
        return edits.apply();
    }
}
