package org.perilune.runtime.compile;

import java.util.ArrayList;
import java.util.List;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Proto;

/** The grammar of statements, and of the chunk as a whole. */
final class StatementParser extends ExpressionParser {
    /** Locals that a {@code for} loop keeps for itself. */
    private static final int LOOP_LOCALS = 3;

    private StatementParser(LuaThread thread, Lexer lexer, LuaString source) {
        super(thread, lexer, source);
    }

    /** Compiles a whole chunk into a function, and strips it as the machine's setting says. */
    static Proto parse(LuaThread thread, ByteStream stream, TokenBuffer buffer, String name) {
        LuaVm vm = thread.vm();
        LuaString source = vm.strings().intern(name);
        Anchors.push(thread, source);
        Lexer lexer = new Lexer(thread, stream, buffer, source);
        StatementParser parser = new StatementParser(thread, lexer, source);
        FunctionState main = parser.openFunction();
        main.proto.varargFlags = Proto.IS_VARARG;
        lexer.advance();
        parser.statements();
        parser.check(Token.END_OF_CHUNK);
        parser.closeFunction();
        Stripper.strip(main.proto, vm, vm.stripLevel());
        thread.top--;
        return main.proto;
    }

    @Override
    void statements() {
        boolean isLast = false;
        enterLevel();
        while (!isLast && !Token.endsBlock(lexer.token)) {
            isLast = statement();
            accept(';');
            function.registers.freeTemporaries();
        }
        leaveLevel();
    }

    /** Compiles a statement; true when no other may follow it. */
    private boolean statement() {
        int line = lexer.line;
        switch (lexer.token) {
            case Token.IF -> ifStatement(line);
            case Token.WHILE -> whileStatement(line);
            case Token.DO -> {
                lexer.advance();
                block();
                expectClosing(Token.END, Token.DO, line);
            }
            case Token.FOR -> forStatement(line);
            case Token.REPEAT -> repeatStatement(line);
            case Token.FUNCTION -> functionStatement(line);
            case Token.LOCAL -> {
                lexer.advance();
                if (accept(Token.FUNCTION)) {
                    localFunction();
                } else {
                    localStatement();
                }
            }
            case Token.RETURN -> {
                returnStatement();
                return true;
            }
            case Token.BREAK -> {
                lexer.advance();
                breakStatement();
                return true;
            }
            default -> callOrAssignment();
        }
        return false;
    }

    private void block() {
        function.enterBlock(false);
        statements();
        function.leaveBlock();
    }

    // ---- conditions and loops

    /** Compiles a condition; returns the jumps taken when it is false. */
    private int condition() {
        Expr e = new Expr();
        expression(e);
        if (e.kind == Expr.Kind.NIL) {
            e.kind = Expr.Kind.FALSE;
        }
        function.operators.goOnIfTrue(e);
        return e.whenFalse;
    }

    private void ifStatement(int line) {
        CodeWriter code = function.code;
        int past = CodeWriter.NO_JUMP;
        int otherwise = thenBlock();
        while (lexer.token == Token.ELSEIF) {
            past = code.join(past, code.jump());
            code.patchToHere(otherwise);
            otherwise = thenBlock();
        }
        if (lexer.token == Token.ELSE) {
            past = code.join(past, code.jump());
            code.patchToHere(otherwise);
            lexer.advance();
            block();
        } else {
            past = code.join(past, otherwise);
        }
        code.patchToHere(past);
        expectClosing(Token.END, Token.IF, line);
    }

    private int thenBlock() {
        lexer.advance();
        int otherwise = condition();
        expect(Token.THEN);
        block();
        return otherwise;
    }

    private void whileStatement(int line) {
        CodeWriter code = function.code;
        lexer.advance();
        int begin = code.label();
        int exit = condition();
        function.enterBlock(true);
        expect(Token.DO);
        block();
        code.patchTo(code.jump(), begin);
        expectClosing(Token.END, Token.WHILE, line);
        function.leaveBlock();
        code.patchToHere(exit);
    }

    private void repeatStatement(int line) {
        CodeWriter code = function.code;
        int begin = code.label();
        function.enterBlock(true);
        Block scope = function.enterBlock(false);
        lexer.advance();
        statements();
        expectClosing(Token.UNTIL, Token.REPEAT, line);
        int again = condition();
        if (scope.captured) {
            breakStatement();
            code.patchToHere(again);
            function.leaveBlock();
            code.patchTo(code.jump(), begin);
        } else {
            function.leaveBlock();
            code.patchTo(again, begin);
        }
        function.leaveBlock();
    }

    private void breakStatement() {
        Block left = function.block();
        boolean captured = false;
        while (left != null && !left.isLoop) {
            captured |= left.captured;
            left = left.outer;
        }
        if (left == null) {
            throw lexer.error("no loop to break");
        }
        if (captured) {
            function.code.abc(Instruction.CLOSE, left.level, 0, 0);
        }
        left.breaks = function.code.join(left.breaks, function.code.jump());
    }

    private void forStatement(int line) {
        function.enterBlock(true);
        lexer.advance();
        LuaString name = expectName();
        switch (lexer.token) {
            case '=' -> numericFor(name, line);
            case ',', Token.IN -> genericFor(name);
            default -> throw lexer.error("'=' or 'in' expected");
        }
        expectClosing(Token.END, Token.FOR, line);
        function.leaveBlock();
    }

    private void numericFor(LuaString name, int line) {
        int base = function.registers.free();
        function.locals.declare("(for index)", 0);
        function.locals.declare("(for limit)", 1);
        function.locals.declare("(for step)", 2);
        function.locals.declare(name, LOOP_LOCALS);
        expect('=');
        intoNextRegister();
        expect(',');
        intoNextRegister();
        if (accept(',')) {
            intoNextRegister();
        } else {
            int one = function.constants.number(1);
            function.code.abx(Instruction.LOADK, function.registers.free(), one);
            function.registers.reserve(1);
        }
        forBody(base, line, 1, true);
    }

    private void intoNextRegister() {
        Expr e = new Expr();
        expression(e);
        function.operands.intoNextRegister(e);
    }

    private void genericFor(LuaString firstName) {
        int base = function.registers.free();
        function.locals.declare("(for generator)", 0);
        function.locals.declare("(for state)", 1);
        function.locals.declare("(for control)", 2);
        function.locals.declare(firstName, LOOP_LOCALS);
        int names = 1;
        while (accept(',')) {
            function.locals.declare(expectName(), LOOP_LOCALS + names++);
        }
        expect(Token.IN);
        int line = lexer.line;
        Expr last = new Expr();
        adjust(LOOP_LOCALS, expressions(last), last);
        function.registers.need(LOOP_LOCALS); // to call the generator
        forBody(base, line, names, false);
    }

    private void forBody(int base, int line, int names, boolean isNumeric) {
        CodeWriter code = function.code;
        function.locals.activate(LOOP_LOCALS, code.pc());
        expect(Token.DO);
        int enter = isNumeric ? code.openJump(Instruction.FORPREP, base) : code.jump();
        function.enterBlock(false);
        function.locals.activate(names, code.pc());
        function.registers.reserve(names);
        block();
        function.leaveBlock();
        code.patchToHere(enter);
        int end = isNumeric ? code.openJump(Instruction.FORLOOP, base) : code.abc(Instruction.TFORLOOP, base, 0, names);
        code.moveLastToLine(line);
        code.patchTo(isNumeric ? end : code.jump(), enter + 1);
    }

    // ---- functions and locals

    private void functionStatement(int line) {
        Expr target = new Expr();
        Expr body = new Expr();
        lexer.advance();
        variable(target);
        while (lexer.token == '.') {
            field(target);
        }
        boolean isMethod = lexer.token == ':';
        if (isMethod) {
            field(target);
        }
        functionBody(body, isMethod, line);
        function.operands.store(target, body);
        function.code.moveLastToLine(line);
    }

    private void localFunction() {
        Expr target = new Expr();
        Expr body = new Expr();
        function.locals.declare(expectName(), 0);
        target.be(Expr.Kind.LOCAL, function.registers.free());
        function.registers.reserve(1);
        function.locals.activate(1, function.code.pc());
        functionBody(body, false, lexer.line);
        function.operands.store(target, body);
        function.locals.restartNewest(function.code.pc());
    }

    private void localStatement() {
        int names = 0;
        do {
            function.locals.declare(expectName(), names++);
        } while (accept(','));
        Expr last = new Expr();
        int values = accept('=') ? expressions(last) : 0;
        adjust(names, values, last);
        function.locals.activate(names, function.code.pc());
    }

    /** Makes as many values as there are variables out of those read, the last of which is not in a register yet. */
    private void adjust(int variables, int values, Expr last) {
        Registers registers = function.registers;
        int missing = variables - values;
        if (last.isOpenList()) {
            int wanted = Math.max(missing + 1, 0);
            function.operands.wantResults(last, wanted);
            if (wanted > 1) {
                registers.reserve(wanted - 1);
            }
            return;
        }
        if (last.kind != Expr.Kind.VOID) {
            function.operands.intoNextRegister(last);
        }
        if (missing > 0) {
            int first = registers.free();
            registers.reserve(missing);
            function.code.nil(first, missing, function.locals.active());
        }
    }

    // ---- assignments, calls, return

    private void callOrAssignment() {
        Expr first = new Expr();
        primary(first);
        if (first.kind == Expr.Kind.CALL) {
            function.code.set(first.info, Instruction.withC(function.code.get(first.info), 1));
            return;
        }
        assignment(first);
    }

    private void assignment(Expr first) {
        List<Expr> targets = new ArrayList<>();
        targets.add(first);
        checkTarget(first);
        while (accept(',')) {
            Expr target = new Expr();
            primary(target);
            if (target.kind == Expr.Kind.LOCAL) {
                saveUsed(targets, target.info);
            }
            int limit = MAX_DEPTH - thread.nativeCalls;
            if (targets.size() > limit) {
                String message = lexer.errors().limit(function.proto, limit, "variables in assignment");
                throw lexer.errors().at(lexer.line, message);
            }
            targets.add(target);
            checkTarget(target);
        }
        expect('=');
        Expr last = new Expr();
        int values = expressions(last);
        int next = targets.size() - 1;
        if (values == targets.size()) {
            function.operands.wantOneResult(last);
            function.operands.store(targets.get(next--), last);
        } else {
            adjust(targets.size(), values, last);
            if (values > targets.size()) {
                function.registers.freeFrom(function.registers.free() - (values - targets.size()));
            }
        }
        for (; next >= 0; next--) {
            last.be(Expr.Kind.REGISTER, function.registers.free() - 1);
            function.operands.store(targets.get(next), last);
        }
    }

    private void checkTarget(Expr target) {
        if (!target.isVariable()) {
            throw lexer.error("syntax error");
        }
    }

    /** A local about to be assigned may be a table or key of an earlier target: that one then uses a copy. */
    private void saveUsed(List<Expr> targets, int local) {
        int copy = function.registers.free();
        boolean used = false;
        for (int i = targets.size() - 1; i >= 0; i--) {
            Expr target = targets.get(i);
            if (target.kind == Expr.Kind.INDEXED) {
                if (target.info == local) {
                    used = true;
                    target.info = copy;
                }
                if (target.key == local) {
                    used = true;
                    target.key = copy;
                }
            }
        }
        if (used) {
            function.code.abc(Instruction.MOVE, copy, local, 0);
            function.registers.reserve(1);
        }
    }

    private void returnStatement() {
        lexer.advance();
        int first = 0;
        int count = 0;
        if (!Token.endsBlock(lexer.token) && lexer.token != ';') {
            Expr last = new Expr();
            count = expressions(last);
            first = function.locals.active();
            if (last.isOpenList()) {
                wantAllResults(last);
                if (last.kind == Expr.Kind.CALL && count == 1) {
                    int call = function.code.get(last.info);
                    function.code.set(last.info, Instruction.withOpcode(call, Instruction.TAILCALL));
                }
                count = -1;
            } else if (count == 1) {
                first = function.operands.intoAnyRegister(last);
            } else {
                function.operands.intoNextRegister(last);
            }
        }
        function.code.giveBack(first, count);
    }
}
