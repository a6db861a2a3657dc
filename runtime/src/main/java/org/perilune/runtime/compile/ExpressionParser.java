package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Proto;

/** The grammar of expressions. */
abstract class ExpressionParser extends Grammar {
    ExpressionParser(LuaThread thread, Lexer lexer, LuaString source) {
        super(thread, lexer, source);
    }

    /** Compiles statements up to what ends a block. */
    abstract void statements();

    final void expression(Expr result) {
        operation(result, 0);
    }

    /** Compiles expressions with commas between them, all but the last into registers; returns their number. */
    final int expressions(Expr last) {
        int count = 1;
        expression(last);
        while (accept(',')) {
            function.operands.intoNextRegister(last);
            expression(last);
            count++;
        }
        return count;
    }

    // ---- operators

    /**
     * Compiles an expression as far as its operators bind stronger than {@code limit}.
     *
     * @return the operator after it, or null
     */
    private BinaryOperator operation(Expr result, int limit) {
        enterLevel();
        switch (lexer.token) {
            case Token.NOT -> {
                unaryOperand(result);
                function.operators.not(result);
            }
            case '-' -> {
                unaryOperand(result);
                function.operators.minus(result);
            }
            case '#' -> {
                unaryOperand(result);
                function.operators.length(result);
            }
            default -> simple(result);
        }
        BinaryOperator operator = BinaryOperator.of(lexer.token);
        while (operator != null && operator.left > limit) {
            Expr right = new Expr();
            lexer.advance();
            function.operators.leftRead(operator, result);
            BinaryOperator next = operation(right, operator.right);
            function.operators.bothRead(operator, result, right);
            operator = next;
        }
        leaveLevel();
        return operator;
    }

    private void unaryOperand(Expr result) {
        lexer.advance();
        operation(result, BinaryOperator.UNARY_PRIORITY);
    }

    // ---- simple expressions

    private void simple(Expr result) {
        switch (lexer.token) {
            case Token.NUMBER -> result.beNumber(lexer.number);
            case Token.STRING -> constant(lexer.text, result);
            case Token.NIL -> result.be(Expr.Kind.NIL, 0);
            case Token.TRUE -> result.be(Expr.Kind.TRUE, 0);
            case Token.FALSE -> result.be(Expr.Kind.FALSE, 0);
            case Token.DOTS -> varargs(result);
            case '{' -> {
                new TableConstructor(this, result).parse();
                return;
            }
            case Token.FUNCTION -> {
                lexer.advance();
                functionBody(result, false, lexer.line);
                return;
            }
            default -> {
                primary(result);
                return;
            }
        }
        lexer.advance();
    }

    private void varargs(Expr result) {
        Proto proto = function.proto;
        if (proto.varargFlags == 0) {
            throw lexer.error("cannot use '...' outside a vararg function");
        }
        proto.varargFlags &= ~Proto.NEEDS_ARG;
        result.be(Expr.Kind.VARARG, function.code.abc(Instruction.VARARG, 0, 1, 0));
    }

    /** Compiles a name or an expression in parentheses with the fields and calls after it. */
    final void primary(Expr result) {
        prefix(result);
        while (true) {
            switch (lexer.token) {
                case '.' -> field(result);
                case '[' -> {
                    Expr key = new Expr();
                    function.operands.intoAnyRegister(result);
                    bracketed(key);
                    function.operands.index(result, key);
                }
                case ':' -> {
                    Expr name = new Expr();
                    lexer.advance();
                    expectFieldName(name);
                    function.operands.method(result, name);
                    arguments(result);
                }
                case '(', Token.STRING, '{' -> {
                    function.operands.intoNextRegister(result);
                    arguments(result);
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void prefix(Expr result) {
        if (lexer.token == '(') {
            int line = lexer.line;
            lexer.advance();
            expression(result);
            expectClosing(')', '(', line);
            function.operands.read(result);
        } else if (lexer.token == Token.NAME) {
            variable(result);
        } else {
            throw lexer.error("unexpected symbol");
        }
    }

    final void variable(Expr result) {
        function.resolve(expectName(), result);
    }

    /** Compiles a field access by name, after {@code .} or {@code :}. */
    final void field(Expr result) {
        Expr name = new Expr();
        function.operands.intoAnyRegister(result);
        lexer.advance();
        expectFieldName(name);
        function.operands.index(result, name);
    }

    /** Compiles a key in brackets. */
    final void bracketed(Expr key) {
        lexer.advance();
        expression(key);
        function.operands.intoValue(key);
        expect(']');
    }

    // ---- calls

    private void arguments(Expr callee) {
        Expr last = new Expr();
        int line = lexer.line;
        switch (lexer.token) {
            case '(' -> {
                if (line != lexer.lastLine) {
                    throw lexer.error("ambiguous syntax (function call x new statement)");
                }
                lexer.advance();
                if (lexer.token != ')') {
                    expressions(last);
                    wantAllResults(last);
                }
                expectClosing(')', '(', line);
            }
            case '{' -> new TableConstructor(this, last).parse();
            case Token.STRING -> {
                constant(lexer.text, last);
                lexer.advance();
            }
            default -> throw lexer.error("function arguments expected");
        }
        int base = callee.info;
        int count = -1;
        if (!last.isOpenList()) {
            if (last.kind != Expr.Kind.VOID) {
                function.operands.intoNextRegister(last);
            }
            count = function.registers.free() - (base + 1);
        }
        callee.be(Expr.Kind.CALL, function.code.abc(Instruction.CALL, base, count + 1, 2));
        function.code.moveLastToLine(line);
        function.registers.freeFrom(base + 1);
    }

    /** Lets a call or {@code ...} give all its values. */
    final void wantAllResults(Expr e) {
        function.operands.wantResults(e, -1);
    }

    // ---- functions

    /** Compiles a function from its parameters on. */
    final void functionBody(Expr result, boolean isMethod, int line) {
        FunctionState inner = openFunction();
        inner.proto.lineDefined = line;
        expect('(');
        if (isMethod) {
            inner.locals.declare("self", 0);
            inner.locals.activate(1, inner.code.pc());
        }
        parameters(inner);
        expect(')');
        statements();
        inner.proto.lastLineDefined = lexer.line;
        expectClosing(Token.END, Token.FUNCTION, line);
        closeFunction();
        function.closure(inner, result);
    }

    private void parameters(FunctionState inner) {
        int count = 0;
        if (lexer.token != ')') {
            do {
                if (lexer.token == Token.NAME) {
                    inner.locals.declare(expectName(), count++);
                } else if (lexer.token == Token.DOTS) {
                    lexer.advance();
                    inner.locals.declare("arg", count++);
                    inner.proto.varargFlags = Proto.HAS_ARG | Proto.NEEDS_ARG | Proto.IS_VARARG;
                } else {
                    throw lexer.error("<name> or '...' expected");
                }
            } while (inner.proto.varargFlags == 0 && accept(','));
        }
        inner.locals.activate(count, inner.code.pc());
        inner.proto.parameters = inner.locals.active() - (inner.proto.varargFlags & Proto.HAS_ARG);
        inner.registers.reserve(inner.locals.active());
    }
}
