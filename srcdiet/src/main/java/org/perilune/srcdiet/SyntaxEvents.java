package org.perilune.srcdiet;

import java.util.List;

/**
 * What the parser tells while it walks through a source. All positions are indices into the full token list. Each pass
 * listens to the few events it needs.
 */
interface SyntaxEvents {
    /** A block begins; names made visible from here on end with it. */
    default void openBlock() {}

    /** The innermost block ends; {@code at} is the first token that no longer sees its names. */
    default void closeBlock(int at) {}

    /** A local variable is declared by this name token; it becomes visible with the next {@link #activate}. */
    default void declare(int name) {}

    /** A variable that no token declares ({@code self}, {@code arg}); it becomes visible with the next activate. */
    default void declareImplicit(String name) {}

    /** All declared variables are visible from this token on. */
    default void activate(int from) {}

    /** A name token that stands for a variable: local, upvalue or global. */
    default void variable(int name) {}

    /** A name token behind a dot, behind a colon, or before '=' in a table. */
    default void member(int name, NameRole role) {}

    default void parentheses(Parentheses group) {}

    /** A call with one argument in parentheses, which is a string or a table and nothing else. */
    default void sugarCall(int open, int close) {}

    /** A string in square brackets that indexes a value or, when {@code inTable}, is a key of a constructor. */
    default void stringKey(int open, int string, int close, boolean inTable) {}

    /** A semicolon behind a statement; {@code afterExpression} if a following parenthesis would join that statement. */
    default void semicolon(int at, boolean afterExpression) {}

    /** A comma or semicolon before the closing brace of a constructor. */
    default void trailingSeparator(int at) {}

    default void localStatement(LocalStatement statement) {}

    /**
     * The block that opens next is the body of a {@code for} with more than three values. The compiler leaves the surplus
     * in registers, so that the first locals inside get others than one would think.
     */
    default void surplusValues() {}

    /** Any statement but one that declares locals: it separates those before from those behind. */
    default void otherStatement() {}

    /**
     * A {@code local} statement without function.
     *
     * @param keyword where it begins
     * @param names the name tokens
     * @param values its expressions, none if it only declares
     * @param openEnded whether the last value may give more than one
     * @param beforeParenthesis whether the next statement begins with a parenthesis and no semicolon is between
     */
    record LocalStatement(
            int keyword, List<Integer> names, List<ValueRange> values, boolean openEnded, boolean beforeParenthesis) {}

    /** The tokens of one expression: from inclusive, to exclusive. */
    record ValueRange(int from, int to) {}
}
