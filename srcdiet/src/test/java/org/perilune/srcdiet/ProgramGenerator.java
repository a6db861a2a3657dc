package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes random valid Lua 5.1 programs, full of what a minifier may stumble over. The same seed gives the same program. */
final class ProgramGenerator {
    private static final String[] NAMES = {"a", "b", "c", "x", "self", "arg", "long_name", "_", "goto", "print", "count"
    };
    private static final String[] FIELDS = {"a", "size", "end_", "name", "self", "x"};
    private static final String[] OPERATORS = {
        "+", "-", "*", "/", "%", "^", "..", "==", "~=", "<", "<=", ">", ">=", "and", "or"
    };
    private static final String[] NUMBERS = {
        "0",
        "1",
        "1000",
        "0.5",
        "3.",
        ".25",
        "1e3",
        "1E+2",
        "0x10",
        "0xfF",
        "123456789012345",
        "1e-7",
        "100000.0",
        "2.50"
    };
    private static final String[] STRINGS = {
        "\"\"",
        "'x'",
        "\"it's\"",
        "'\\65\\0661'",
        "\"\\n\\t\\\\\"",
        "[[long]]",
        "[==[\n]]\nx]==]",
        "\"end\"",
        "'name'",
        "\"a\\\nb\"",
        "'\\'\\''",
        "\"\\0\\0001\"",
        "[[ [ ]]",
        "'size'",
        "\"\\z\\q\""
    };
    private static final String[] BLANKS = {
        " ", " ", " ", "  ", "\n", " -- note\n", " --[[ block ]] ", "\t", "\r\n", " --[=[ a\nb ]=] "
    };

    private final Random random;
    private final List<String> tokens = new ArrayList<>();
    private int depth;
    private int loops;
    private boolean vararg = true;

    ProgramGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** The text of a program of about so many statements. */
    String program(int statements) {
        block(statements);
        return spell();
    }

    private String spell() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean call = token.equals("(c");
            if (i > 0 && !call) {
                text.append(pick(BLANKS));
            }
            text.append(call ? "(" : token);
        }
        return text.toString();
    }

    private void put(String... spelled) {
        tokens.addAll(List.of(spelled));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void block(int statements) {
        depth++;
        int count = depth > 5 ? 1 : statements;
        for (int i = 0; i < count; i++) {
            statement();
        }
        if (chance(20)) {
            put("return");
            if (chance(70)) {
                values();
            }
            if (chance(30)) {
                put(";");
            }
        } else if (loops > 0 && chance(20)) {
            put("break");
        }
        depth--;
    }

    private void inner() {
        block(1 + random.nextInt(3));
    }

    private void statement() {
        switch (random.nextInt(depth > 4 ? 4 : 14)) {
            case 0, 8, 9, 10 -> local();
            case 1 -> assignment();
            case 2, 3 -> callStatement();
            case 4 -> ifStatement();
            case 5 -> whileStatement();
            case 6 -> forStatement();
            case 7 -> repeatStatement();
            case 11 -> localFunction();
            case 12 -> function();
            default -> {
                put("do");
                inner();
                put("end");
            }
        }
        // Without it a parenthesis at the start of the next statement would be a call.
        put(";");
    }

    private void local() {
        put("local");
        nameList();
        if (chance(75)) {
            put("=");
            values();
        }
    }

    private void nameList() {
        put(pick(NAMES));
        while (chance(30)) {
            put(",", pick(NAMES));
        }
    }

    private void values() {
        expression();
        while (chance(30)) {
            put(",");
            expression();
        }
    }

    private void assignment() {
        target();
        while (chance(20)) {
            put(",");
            target();
        }
        put("=");
        values();
    }

    private void target() {
        if (chance(60)) {
            put(pick(NAMES));
        } else {
            prefix();
            suffixIndex();
        }
    }

    private void callStatement() {
        prefix();
        call();
    }

    private void ifStatement() {
        put("if");
        expression();
        put("then");
        inner();
        while (chance(25)) {
            put("elseif");
            expression();
            put("then");
            inner();
        }
        if (chance(40)) {
            put("else");
            inner();
        }
        put("end");
    }

    private void whileStatement() {
        put("while");
        expression();
        put("do");
        loopBody();
        put("end");
    }

    private void forStatement() {
        put("for");
        if (chance(50)) {
            put(pick(NAMES), "=");
            expression();
            put(",");
            expression();
            if (chance(30)) {
                put(",");
                expression();
            }
        } else {
            nameList();
            put("in");
            values();
        }
        put("do");
        loopBody();
        put("end");
    }

    private void repeatStatement() {
        put("repeat");
        loops++;
        // No return or break at the end, so that the condition sees the locals of the block.
        depth++;
        statement();
        depth--;
        loops--;
        put("until");
        expression();
    }

    private void loopBody() {
        loops++;
        inner();
        loops--;
    }

    private void localFunction() {
        put("local", "function", pick(NAMES));
        body();
    }

    private void function() {
        put("function", pick(NAMES));
        while (chance(40)) {
            put(".", pick(FIELDS));
        }
        if (chance(40)) {
            put(":", pick(FIELDS));
        }
        body();
    }

    private void body() {
        boolean outerVararg = vararg;
        int outerLoops = loops;
        loops = 0;
        vararg = chance(40);
        put("(c");
        if (chance(60)) {
            nameList();
            if (vararg) {
                put(",", "...");
            }
        } else if (vararg) {
            put("...");
        }
        put(")");
        inner();
        put("end");
        vararg = outerVararg;
        loops = outerLoops;
    }

    private void expression() {
        depth++;
        int choice = depth > 8 ? random.nextInt(5) : random.nextInt(14);
        switch (choice) {
            case 0 -> put(pick(NUMBERS));
            case 1 -> put(pick(STRINGS));
            case 2 -> put(pick("nil", "true", "false", vararg ? "..." : "nil"));
            case 3, 4 -> put(pick(NAMES));
            case 5, 6 -> {
                expression();
                put(pick(OPERATORS));
                expression();
            }
            case 7 -> {
                put(pick("-", "not", "#"));
                expression();
            }
            case 8, 9 -> {
                put("(");
                expression();
                put(")");
            }
            case 10 -> table();
            case 11 -> {
                put("function");
                body();
            }
            case 12 -> {
                prefix();
                call();
            }
            default -> {
                prefix();
                suffixIndex();
            }
        }
        depth--;
    }

    private void prefix() {
        if (chance(75) || depth > 8) {
            put(pick(NAMES));
        } else {
            put("(");
            expression();
            put(")");
        }
        while (chance(25)) {
            if (chance(50)) {
                call();
            } else {
                suffixIndex();
            }
        }
    }

    private void suffixIndex() {
        if (chance(50)) {
            put(".", pick(FIELDS));
        } else {
            put("[");
            if (chance(40)) {
                put(pick(STRINGS));
            } else {
                expression();
            }
            put("]");
        }
    }

    private void call() {
        if (chance(20)) {
            put(":", pick(FIELDS));
        }
        switch (random.nextInt(4)) {
            case 0 -> put(pick(STRINGS));
            case 1 -> table();
            case 2 -> put("(c", ")");
            default -> {
                put("(c");
                values();
                put(")");
            }
        }
    }

    private void table() {
        put("{");
        int items = random.nextInt(4);
        for (int i = 0; i < items; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    put("[");
                    expression();
                    put("]", "=");
                    expression();
                }
                case 1 -> {
                    put("[", pick(STRINGS), "]", "=");
                    expression();
                }
                case 2 -> {
                    put(pick(FIELDS), "=");
                    expression();
                }
                default -> expression();
            }
            if (i < items - 1 || chance(30)) {
                put(pick(",", ";"));
            }
        }
        put("}");
    }
}
