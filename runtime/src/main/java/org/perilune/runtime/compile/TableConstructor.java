package org.perilune.runtime.compile;

/** Compiles one table constructor. List items wait in registers until there are enough to store them in one go. */
final class TableConstructor {
    private final ExpressionParser parser;
    private final Lexer lexer;
    private final FunctionState function;
    private final Expr table;
    /** The list item read last, or no value. */
    private final Expr item = new Expr();

    private int listItems;
    private int keyedItems;
    /** List items in registers. */
    private int pending;

    /** @param table becomes the table */
    TableConstructor(ExpressionParser parser, Expr table) {
        this.parser = parser;
        this.table = table;
        lexer = parser.lexer;
        function = parser.function;
    }

    void parse() {
        int line = lexer.line;
        int pc = function.code.abc(Instruction.NEWTABLE, 0, 0, 0);
        function.operands.intoNextRegister(table.be(Expr.Kind.OPEN, pc));
        parser.expect('{');
        do {
            if (lexer.token == '}') {
                break;
            }
            closeItem();
            if (lexer.token == '[' || (lexer.token == Token.NAME && lexer.lookAhead() == '=')) {
                keyedItem();
            } else {
                parser.expression(item);
                listItems++;
                pending++;
            }
        } while (parser.accept(',') || parser.accept(';'));
        parser.expectClosing('}', '{', line);
        storeLast();
        int sized = Instruction.withB(function.code.get(pc), FloatingByte.encode(listItems));
        function.code.set(pc, Instruction.withC(sized, FloatingByte.encode(keyedItems)));
    }

    private void keyedItem() {
        int firstFree = function.registers.free();
        Expr key = new Expr();
        if (lexer.token == Token.NAME) {
            parser.expectFieldName(key);
        } else {
            parser.bracketed(key);
        }
        keyedItems++;
        parser.expect('=');
        int keyOperand = function.operands.operand(key);
        Expr value = new Expr();
        parser.expression(value);
        int valueOperand = function.operands.operand(value);
        function.code.abc(Instruction.SETTABLE, table.info, keyOperand, valueOperand);
        function.registers.freeFrom(firstFree);
    }

    private void closeItem() {
        if (item.kind == Expr.Kind.VOID) {
            return;
        }
        function.operands.intoNextRegister(item);
        item.kind = Expr.Kind.VOID;
        if (pending == Instruction.FIELDS_PER_FLUSH) {
            function.operands.setList(table.info, listItems, pending);
            pending = 0;
        }
    }

    private void storeLast() {
        if (pending == 0) {
            return;
        }
        if (item.isOpenList()) {
            parser.wantAllResults(item);
            function.operands.setList(table.info, listItems, -1);
            listItems--;
        } else {
            if (item.kind != Expr.Kind.VOID) {
                function.operands.intoNextRegister(item);
            }
            function.operands.setList(table.info, listItems, pending);
        }
    }
}
