package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaThread;

/** What all grammar rules need: the current token and function, and the depth of nesting. */
abstract class Grammar {
    /** Deepest nesting of blocks and expressions, native calls under the compiler included. */
    static final int MAX_DEPTH = 200;

    final LuaThread thread;
    final Lexer lexer;
    private final LuaString source;
    /** The innermost function being compiled. */
    FunctionState function;

    Grammar(LuaThread thread, Lexer lexer, LuaString source) {
        this.thread = thread;
        this.lexer = lexer;
        this.source = source;
    }

    final FunctionState openFunction() {
        function = new FunctionState(thread, lexer, source, function);
        return function;
    }

    final void closeFunction() {
        FunctionState closed = function;
        closed.finish();
        function = closed.outer;
    }

    /** Enters a level of nesting, to be left by {@link #leaveLevel}. */
    final void enterLevel() {
        if (++thread.nativeCalls > MAX_DEPTH) {
            throw lexer.errors().at(lexer.line, "chunk has too many syntax levels");
        }
    }

    final void leaveLevel() {
        thread.nativeCalls--;
    }

    /** Skips the token if it is the current one. */
    final boolean accept(int token) {
        if (lexer.token != token) {
            return false;
        }
        lexer.advance();
        return true;
    }

    final void check(int token) {
        if (lexer.token != token) {
            throw lexer.error(lexer.errors().expected(token));
        }
    }

    /** Skips a token that must be there. */
    final void expect(int token) {
        check(token);
        lexer.advance();
    }

    /** Skips the token that ends what began with {@code opener} at a line. */
    final void expectClosing(int token, int opener, int line) {
        if (!accept(token)) {
            String message = line == lexer.line
                    ? lexer.errors().expected(token)
                    : lexer.errors().expectedToClose(token, opener, line);
            throw lexer.error(message);
        }
    }

    /** Skips a name that must be there. */
    final LuaString expectName() {
        check(Token.NAME);
        LuaString name = lexer.text;
        lexer.advance();
        return name;
    }

    /** Skips a name that must be there, which stands for itself as a string. */
    final void expectFieldName(Expr result) {
        constant(expectName(), result);
    }

    final void constant(LuaString string, Expr result) {
        result.be(Expr.Kind.CONSTANT, function.constants.string(string));
    }
}
