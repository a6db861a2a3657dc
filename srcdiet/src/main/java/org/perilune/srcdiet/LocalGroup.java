package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.perilune.srcdiet.SyntaxEvents.LocalStatement;
import org.perilune.srcdiet.SyntaxEvents.ValueRange;

/**
 * Neighbouring {@code local} statements that can be written as one. Values are computed in the same order into the same
 * registers, so the code is the same; only no value may use a variable of the group, for it is not visible yet.
 */
final class LocalGroup {
    private final List<LocalStatement> statements = new ArrayList<>();
    private final Set<Integer> names = new HashSet<>();
    private int values;
    /** Whether the last value may give more than one. */
    private boolean openEnded;

    LocalGroup(LocalStatement first) {
        add(first);
    }

    boolean isWorthwhile() {
        return statements.size() > 1;
    }

    int from() {
        return statements.get(0).keyword();
    }

    int to() {
        LocalStatement last = statements.get(statements.size() - 1);
        if (last.values().isEmpty()) {
            return last.names().get(last.names().size() - 1) + 1;
        }
        return last.values().get(last.values().size() - 1).to();
    }

    /** Takes a further statement in; false, and unchanged, if it must stay alone. */
    boolean accept(LocalStatement next, ScopeAnalysis scopes) {
        if (!canHold(next) || next.values().stream().anyMatch(range -> usesGroup(range, scopes))) {
            return false;
        }
        add(next);
        return true;
    }

    private boolean canHold(LocalStatement next) {
        if (next.values().isEmpty()) {
            boolean onlyNames = values == 0;
            return onlyNames || values <= names.size() && !openEnded && !next.beforeParenthesis();
        }
        boolean nilPays = values == 0 && names.size() == 1;
        return nilPays || values == names.size();
    }

    private boolean usesGroup(ValueRange range, ScopeAnalysis scopes) {
        for (int i = range.from(); i < range.to(); i++) {
            Variable variable = scopes.variableAt(i);
            if (variable != null && names.contains(variable.declaration)) {
                return true;
            }
        }
        return false;
    }

    private void add(LocalStatement statement) {
        if (values == 0 && names.size() == 1 && !statement.values().isEmpty()) {
            values++; // the nil filled in for the first name
        }
        statements.add(statement);
        names.addAll(statement.names());
        values += statement.values().size();
        openEnded = statement.openEnded();
    }

    /** The tokens of the one statement. */
    List<Token> merged(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        List<Token> valueTokens = new ArrayList<>();
        Token keyword = tokens.get(from());
        result.add(keyword);
        result.add(Token.space(keyword.line()));
        boolean firstName = true;
        for (LocalStatement statement : statements) {
            for (int name : statement.names()) {
                if (!firstName) {
                    result.add(operator(",", tokens.get(name).line()));
                }
                result.add(tokens.get(name));
                firstName = false;
            }
            if (statement.values().isEmpty() && statement == statements.get(0) && values > 0) {
                valueTokens.add(new Token(TokenKind.KEYWORD, "nil", keyword.line()));
            }
            for (ValueRange range : statement.values()) {
                if (!valueTokens.isEmpty()) {
                    valueTokens.add(operator(",", tokens.get(range.from()).line()));
                }
                valueTokens.addAll(tokens.subList(range.from(), range.to()));
            }
        }
        if (!valueTokens.isEmpty()) {
            result.add(operator("=", valueTokens.get(0).line()));
            result.addAll(valueTokens);
        }
        return result;
    }

    private static Token operator(String text, int line) {
        return new Token(TokenKind.OPERATOR, text, line);
    }
}
