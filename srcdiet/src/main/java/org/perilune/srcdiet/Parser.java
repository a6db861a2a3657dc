package org.perilune.srcdiet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.perilune.srcdiet.Expression.Shape;
import org.perilune.srcdiet.SyntaxEvents.LocalStatement;
import org.perilune.srcdiet.SyntaxEvents.ValueRange;

/** The statement half of the Lua 5.1 grammar: reads a token list once and tells its events to one listener. */
final class Parser {
    /** What a generic for uses: function, state, first control value. */
    private static final int FOR_VALUES = 3;

    private final TokenCursor cursor;
    private final SyntaxEvents events;
    private final ExpressionParser expressions;
    private final Deque<FunctionState> functions = new ArrayDeque<>();
    /** Where the item of a constructor that is being read begins. */
    private int tableItem = -1;

    /** What the rules for vararg and break ask of the function being read. */
    private static final class FunctionState {
        private final boolean vararg;
        private int loops;

        FunctionState(boolean vararg) {
            this.vararg = vararg;
        }
    }

    private Parser(LuaSource source, List<Token> tokens, SyntaxEvents events) {
        this.cursor = new TokenCursor(source, tokens);
        this.events = events;
        this.expressions = new ExpressionParser(cursor, events, this);
    }

    /** Reads a whole chunk; {@code source} is for error messages. */
    static void parse(LuaSource source, List<Token> tokens, SyntaxEvents events) {
        new Parser(source, tokens, events).chunk();
    }

    private void chunk() {
        functions.push(new FunctionState(true));
        events.openBlock();
        statements();
        if (!cursor.atEnd()) {
            throw cursor.unexpected("the end of the file");
        }
        events.closeBlock(cursor.index());
    }

    private void block() {
        events.openBlock();
        statements();
        events.closeBlock(cursor.index());
    }

    private void statements() {
        cursor.enter();
        boolean last = false;
        while (!last && !blockEnds()) {
            last = cursor.is("return") || cursor.is("break");
            boolean afterExpression = statement();
            if (cursor.is(";")) {
                events.semicolon(cursor.advance(), afterExpression);
            }
        }
        cursor.leave();
    }

    private boolean blockEnds() {
        return cursor.atEnd() || cursor.is("end") || cursor.is("else") || cursor.is("elseif") || cursor.is("until");
    }

    /** Reads one statement; true if it ends in an expression that a following parenthesis would extend. */
    private boolean statement() {
        int line = cursor.line();
        Token first = cursor.current();
        if (first.kind() == TokenKind.KEYWORD) {
            return keywordStatement(first.text(), line);
        }
        events.otherStatement();
        expressionStatement();
        return true;
    }

    private boolean keywordStatement(String keyword, int line) {
        if (!keyword.equals("local")) {
            events.otherStatement();
        }
        switch (keyword) {
            case "if" -> ifStatement(line);
            case "while" -> whileStatement(line);
            case "do" -> {
                cursor.advance();
                block();
                cursor.expectClosing("end", "do", line);
            }
            case "for" -> forStatement(line);
            case "repeat" -> repeatStatement(line);
            case "function" -> functionStatement(line);
            case "local" -> {
                return localStatement(line);
            }
            case "return" -> returnStatement();
            case "break" -> {
                if (functions.element().loops == 0) {
                    throw cursor.error("break outside a loop; remove it, or use return");
                }
                cursor.advance();
            }
            default -> throw cursor.unexpected("a statement");
        }
        return keyword.equals("repeat") || keyword.equals("return");
    }

    private void ifStatement(int line) {
        do {
            cursor.advance();
            expressions.single();
            cursor.expect("then");
            block();
        } while (cursor.is("elseif"));
        if (cursor.accept("else")) {
            block();
        }
        cursor.expectClosing("end", "if", line);
    }

    private void whileStatement(int line) {
        cursor.advance();
        expressions.single();
        cursor.expect("do");
        loop(this::block);
        cursor.expectClosing("end", "while", line);
    }

    private void repeatStatement(int line) {
        cursor.advance();
        events.openBlock();
        loop(this::statements);
        cursor.expectClosing("until", "repeat", line);
        expressions.single();
        events.closeBlock(cursor.index());
    }

    private void loop(Runnable body) {
        functions.element().loops++;
        body.run();
        functions.element().loops--;
    }

    private void forStatement(int line) {
        cursor.advance();
        List<Integer> names = new ArrayList<>();
        names.add(cursor.expectName());
        boolean surplus = false;
        if (cursor.accept("=")) {
            expressions.single();
            cursor.expect(",");
            expressions.single();
            if (cursor.accept(",")) {
                expressions.single();
            }
        } else {
            while (cursor.accept(",")) {
                names.add(cursor.expectName());
            }
            if (!cursor.is("in")) {
                throw cursor.unexpected("'=' or 'in'");
            }
            cursor.advance();
            surplus = expressions.list().ranges().size() > FOR_VALUES;
        }
        cursor.expect("do");
        if (surplus) {
            events.surplusValues();
        }
        events.openBlock();
        names.forEach(events::declare);
        events.activate(cursor.index());
        loop(this::statements);
        events.closeBlock(cursor.index());
        cursor.expectClosing("end", "for", line);
    }

    private void functionStatement(int line) {
        cursor.advance();
        events.variable(cursor.expectName());
        while (cursor.accept(".")) {
            events.member(cursor.expectName(), NameRole.FIELD);
        }
        boolean method = cursor.accept(":");
        if (method) {
            events.member(cursor.expectName(), NameRole.METHOD);
        }
        functionBody(method, line);
    }

    /** Parameters and block of a function. The implicit names follow the order in which the compiler declares them. */
    void functionBody(boolean method, int line) {
        int parenthesis = cursor.line();
        cursor.expect("(");
        events.openBlock();
        if (method) {
            events.declareImplicit("self");
            events.activate(cursor.index());
        }
        boolean vararg = parameters();
        cursor.expectClosing(")", "(", parenthesis);
        events.activate(cursor.index());
        functions.push(new FunctionState(vararg));
        statements();
        functions.pop();
        events.closeBlock(cursor.index());
        cursor.expectClosing("end", "function", line);
    }

    private boolean parameters() {
        if (cursor.is(")")) {
            return false;
        }
        do {
            if (cursor.accept("...")) {
                events.declareImplicit("arg");
                return true;
            }
            events.declare(cursor.expectName());
        } while (cursor.accept(","));
        return false;
    }

    private boolean localStatement(int line) {
        int keyword = cursor.advance();
        if (cursor.accept("function")) {
            events.otherStatement();
            events.declare(cursor.expectName());
            events.activate(cursor.index());
            functionBody(false, line);
            return false;
        }
        List<Integer> names = new ArrayList<>();
        do {
            names.add(cursor.expectName());
        } while (cursor.accept(","));
        boolean initialised = cursor.accept("=");
        List<ValueRange> values = List.of();
        boolean openEnded = false;
        if (initialised) {
            ExpressionParser.Values list = expressions.list();
            values = list.ranges();
            openEnded = list.last().isMultiple();
        }
        names.forEach(events::declare);
        events.activate(cursor.index());
        events.localStatement(new LocalStatement(keyword, names, values, openEnded, cursor.is("(")));
        return initialised;
    }

    private void returnStatement() {
        cursor.advance();
        if (!blockEnds() && !cursor.is(";")) {
            expressions.list();
        }
    }

    private void expressionStatement() {
        Shape shape = expressions.primary(0, true, false);
        if (shape == Shape.CALL) {
            return;
        }
        while (shape == Shape.VARIABLE && cursor.accept(",")) {
            shape = expressions.primary(0, true, false);
        }
        if (shape != Shape.VARIABLE) {
            throw cursor.unexpected("an assignment or a call");
        }
        cursor.expect("=");
        expressions.list();
    }

    void requireVararg() {
        if (!functions.element().vararg) {
            throw cursor.error("'...' outside a vararg function; add '...' to its parameters");
        }
    }

    void markTableItem(int token) {
        tableItem = token;
    }

    boolean startsTableItem(int token) {
        return tableItem == token;
    }
}
