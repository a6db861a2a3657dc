package org.perilune.srcdiet;

import java.util.List;
import java.util.stream.IntStream;

/** Walks over the significant tokens of a source and words syntax errors. */
final class TokenCursor {
    /** As many nested blocks and operators as the board's compiler allows. */
    private static final int MAX_DEPTH = 200;

    private static final Token END = new Token(TokenKind.OPERATOR, "<end of file>", 0);

    private final LuaSource source;
    private final List<Token> tokens;
    /** Indices of the significant tokens. */
    private final int[] significant;

    private int at;
    private int depth;

    TokenCursor(LuaSource source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
        this.significant = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).isSignificant())
                .toArray();
    }

    Token current() {
        return at < significant.length ? tokens.get(significant[at]) : END;
    }

    Token ahead() {
        return at + 1 < significant.length ? tokens.get(significant[at + 1]) : END;
    }

    Token previous() {
        return tokens.get(significant[at - 1]);
    }

    /** The index of the current token in the full list; the size of that list at the end. */
    int index() {
        return at < significant.length ? significant[at] : tokens.size();
    }

    int previousIndex() {
        return significant[at - 1];
    }

    /** Steps over the current token and returns its index. */
    int advance() {
        int index = index();
        at++;
        return index;
    }

    boolean is(String spelling) {
        return at < significant.length && current().is(spelling);
    }

    boolean atEnd() {
        return at >= significant.length;
    }

    boolean accept(String spelling) {
        boolean found = is(spelling);
        if (found) {
            at++;
        }
        return found;
    }

    int expect(String spelling) {
        if (!is(spelling)) {
            throw unexpected("'" + spelling + "'");
        }
        return advance();
    }

    /** Expects what closes a construct opened earlier. */
    int expectClosing(String spelling, String opener, int openerLine) {
        if (!is(spelling) && openerLine != line()) {
            throw error("'" + spelling + "' expected to close '" + opener + "' of line "
                    + source.lines().fileLine(openerLine) + ", found " + describe()
                    + "; add it, or remove what does not belong");
        }
        return expect(spelling);
    }

    int expectName() {
        if (current().kind() != TokenKind.NAME) {
            String hint = current().kind() == TokenKind.KEYWORD
                    ? "a name ('" + current().text() + "' is reserved)"
                    : "a name";
            throw unexpected(hint);
        }
        return advance();
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw error("more than " + MAX_DEPTH + " nested levels; move inner parts to functions of their own");
        }
    }

    void leave() {
        depth--;
    }

    int line() {
        if (atEnd()) {
            return tokens.isEmpty() ? 1 : tokens.get(tokens.size() - 1).endLine();
        }
        return current().line();
    }

    DietException unexpected(String expected) {
        return error(expected + " expected, found " + describe()
                + "; add what is missing, or remove what Lua 5.1 does not know");
    }

    DietException error(String message) {
        return source.error(line(), message);
    }

    private String describe() {
        if (atEnd()) {
            return "the end of the file";
        }
        String text = current().text();
        return "'" + (text.length() > 30 ? text.substring(0, 30) + "..." : text) + "'";
    }
}
