package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;
import org.perilune.srcdiet.Expression.Shape;
import org.perilune.srcdiet.SyntaxEvents.ValueRange;

/** The expression half of the Lua 5.1 grammar. */
final class ExpressionParser {
    private final TokenCursor cursor;
    private final SyntaxEvents events;
    private final Parser parser;

    ExpressionParser(TokenCursor cursor, SyntaxEvents events, Parser parser) {
        this.cursor = cursor;
        this.events = events;
        this.parser = parser;
    }

    /** A list of expressions and whether its last one gives any number of values. */
    record Values(List<ValueRange> ranges, Shape last) {}

    /** An expression at a place that takes exactly one value. */
    Expression single() {
        return operand(0, true, false);
    }

    Values list() {
        List<ValueRange> ranges = new ArrayList<>();
        Expression last;
        do {
            int from = cursor.index();
            last = operand(0, false, false);
            ranges.add(new ValueRange(from, cursor.previousIndex() + 1));
        } while (cursor.accept(","));
        return new Values(ranges, last.shape());
    }

    private Expression operand(int limit, boolean oneValue, boolean comparedWithNumber) {
        cursor.enter();
        Expression left;
        if (Operators.isUnary(cursor.current())) {
            cursor.advance();
            left = Expression.unary(operand(Operators.UNARY_PRIORITY, true, false));
        } else {
            left = simple(limit, oneValue, comparedWithNumber);
        }
        Operators.Binary operator = Operators.binary(cursor.current());
        while (operator != null && operator.left() > limit) {
            cursor.advance();
            boolean numberFirst = operator.comparison() && left.shape() == Shape.NUMBER;
            left = Expression.binary(left, operator, operand(operator.right(), true, numberFirst));
            operator = Operators.binary(cursor.current());
        }
        cursor.leave();
        return left;
    }

    private Expression simple(int limit, boolean oneValue, boolean comparedWithNumber) {
        Token token = cursor.current();
        if (token.kind() == TokenKind.NUMBER) {
            cursor.advance();
            return Expression.of(Shape.NUMBER);
        }
        if (token.kind().isString()) {
            cursor.advance();
            return Expression.of(Shape.STRING);
        }
        if (token.is("nil") || token.is("true") || token.is("false")) {
            cursor.advance();
            return Expression.of(Shape.OTHER);
        }
        if (cursor.is("...")) {
            parser.requireVararg();
            cursor.advance();
            return Expression.of(Shape.VARARG);
        }
        if (cursor.is("{")) {
            table();
            return Expression.of(Shape.TABLE);
        }
        if (cursor.is("function")) {
            int line = cursor.line();
            cursor.advance();
            parser.functionBody(false, line);
            return Expression.of(Shape.OTHER);
        }
        return Expression.of(primary(limit, oneValue, comparedWithNumber));
    }

    /** A variable or parenthesised expression with all its indices and calls. */
    Shape primary(int limit, boolean oneValue, boolean comparedWithNumber) {
        boolean loneItemOfTable = false;
        Shape shape;
        if (cursor.is("(")) {
            parenthesised(limit, oneValue, comparedWithNumber);
            shape = Shape.PARENTHESES;
        } else if (cursor.current().kind() == TokenKind.NAME) {
            loneItemOfTable = parser.startsTableItem(cursor.index());
            events.variable(cursor.advance());
            shape = Shape.VARIABLE;
        } else {
            throw cursor.unexpected("an expression");
        }
        while (true) {
            if (cursor.is(".")) {
                cursor.advance();
                events.member(cursor.expectName(), NameRole.FIELD);
                shape = Shape.VARIABLE;
            } else if (cursor.is("[")) {
                index();
                shape = Shape.VARIABLE;
            } else if (cursor.is(":")) {
                cursor.advance();
                events.member(cursor.expectName(), NameRole.METHOD);
                arguments(false);
                shape = Shape.CALL;
            } else if (startsArguments()) {
                arguments(loneItemOfTable);
                shape = Shape.CALL;
            } else {
                return shape;
            }
            loneItemOfTable = false;
        }
    }

    private boolean startsArguments() {
        return cursor.is("(") || cursor.is("{") || cursor.current().kind().isString();
    }

    private void parenthesised(int limit, boolean oneValue, boolean comparedWithNumber) {
        int line = cursor.line();
        int open = cursor.advance();
        Expression inner = operand(0, true, false);
        int end = cursor.previous().endLine();
        int close = cursor.expectClosing(")", "(", line);
        if (!callWouldBreak(end)) {
            events.parentheses(
                    new Parentheses(open, close, inner, limit, oneValue, comparedWithNumber, cursor.current()));
        }
    }

    private void index() {
        int line = cursor.line();
        int open = cursor.advance();
        int first = cursor.index();
        Expression key = single();
        int end = cursor.previous().endLine();
        int close = cursor.expectClosing("]", "[", line);
        if (key.shape() == Shape.STRING && !callWouldBreak(end)) {
            events.stringKey(open, first, close, false);
        }
    }

    /**
     * Call arguments. A parenthesis on a new line could as well begin a statement, and Lua 5.1 refuses to guess; only behind
     * a name that is the first token of a table item its lexer has looked too far ahead to notice.
     */
    private void arguments(boolean unnoticed) {
        if (cursor.is("{")) {
            table();
            return;
        }
        if (cursor.current().kind().isString()) {
            cursor.advance();
            return;
        }
        int line = cursor.line();
        if (cursor.is("(") && !unnoticed && cursor.previous().endLine() != line) {
            throw cursor.error(
                    "ambiguous syntax: is this a call or a new statement? put the '(' on the line of the function"
                            + " for a call, or a ';' before it for a statement");
        }
        if (!cursor.is("(")) {
            throw cursor.unexpected("function arguments");
        }
        int open = cursor.advance();
        Values values = cursor.is(")") ? new Values(List.of(), Shape.OTHER) : list();
        int end = cursor.previous().endLine();
        int close = cursor.expectClosing(")", "(", line);
        boolean lone = values.ranges().size() == 1 && (values.last() == Shape.STRING || values.last() == Shape.TABLE);
        if (lone && !callWouldBreak(end)) {
            events.sugarCall(open, close);
        }
    }

    /** Whether the parenthesis of a call that follows would stand on a new line if the closing token before it went. */
    private boolean callWouldBreak(int endLine) {
        return cursor.is("(") && cursor.line() != endLine;
    }

    private void table() {
        int line = cursor.line();
        cursor.expect("{");
        int separator = -1;
        while (!cursor.is("}")) {
            tableItem();
            separator = -1;
            if (!cursor.is(",") && !cursor.is(";")) {
                break;
            }
            separator = cursor.advance();
        }
        cursor.expectClosing("}", "{", line);
        if (separator >= 0) {
            events.trailingSeparator(separator);
        }
    }

    private void tableItem() {
        if (cursor.is("[")) {
            int line = cursor.line();
            int open = cursor.advance();
            int first = cursor.index();
            Expression key = single();
            int close = cursor.expectClosing("]", "[", line);
            if (key.shape() == Shape.STRING) {
                events.stringKey(open, first, close, true);
            }
            cursor.expect("=");
            single();
        } else if (cursor.current().kind() == TokenKind.NAME && cursor.ahead().is("=")) {
            events.member(cursor.advance(), NameRole.TABLE_KEY);
            cursor.expect("=");
            single();
        } else {
            parser.markTableItem(cursor.index());
            operand(0, false, false);
        }
    }
}
