package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;

/** Removes parentheses that neither bind nor cut a list of values to one. */
final class DropParentheses implements Pass {
    @Override
    public List<Token> apply(LuaSource source, List<Token> tokens) {
        List<Token> result = tokens;
        boolean changed = true;
        while (changed) {
            List<Token> before = result;
            result = dropOutermost(source, before);
            changed = result.size() < before.size();
        }
        return result;
    }

    /** Only pairs that are not inside another removed pair: removing the outer one changes what surrounds the inner. */
    private static List<Token> dropOutermost(LuaSource source, List<Token> tokens) {
        List<Parentheses> groups = new ArrayList<>();
        Parser.parse(source, tokens, new SyntaxEvents() {
            @Override
            public void parentheses(Parentheses group) {
                if (group.areRedundant()) {
                    // Pairs are told when they close, so those inside this one are the last ones.
                    while (!groups.isEmpty() && groups.get(groups.size() - 1).open() > group.open()) {
                        groups.remove(groups.size() - 1);
                    }
                    groups.add(group);
                }
            }
        });
        TokenEdits edits = new TokenEdits(tokens);
        for (Parentheses group : groups) {
            edits.delete(group.open());
            edits.delete(group.close());
        }
        return edits.apply();
    }
}
