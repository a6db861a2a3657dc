package org.perilune.srcdiet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A judge for tests: compiles Lua to a listing for an imaginary stack machine. Like bytecode it knows slots instead of local
 * names and values instead of spellings, and no parentheses, lines or separators. It shares only the lexer with the minifier.
 */
final class StackCodeCompiler implements BytecodeCompiler {
    @Override
    public byte[] strippedBytecode(String chunkName, byte[] source) throws SourceException {
        LuaSource text = LuaSource.of(chunkName, source);
        try {
            ScopeAnalysis.of(text, LosslessLexer.lex(text));
        } catch (DietException e) {
            throw new SourceException(e.line(), e.getMessage());
        }
        return listing(text).getBytes(StandardCharsets.ISO_8859_1);
    }

    static String listing(LuaSource text) {
        List<Token> tokens =
                LosslessLexer.lex(text).stream().filter(Token::isSignificant).toList();
        return new Run(tokens).chunk();
    }

    /** A function being compiled: its active locals, innermost last. */
    private record Frame(List<String> locals) {
        Frame() {
            this(new ArrayList<>());
        }
    }

    /** How an expression can be used. */
    private enum Kind {
        VALUE,
        MULTIPLE,
        CALL
    }

    private static final class Run {
        private final List<Token> tokens;
        private final StringBuilder code = new StringBuilder();
        private final Deque<Frame> frames = new ArrayDeque<>();
        private int at;

        Run(List<Token> tokens) {
            this.tokens = tokens;
        }

        String chunk() {
            frames.push(new Frame());
            statements();
            return code.toString();
        }

        private void emit(String instruction) {
            code.append(instruction).append('\n');
        }

        private boolean is(String text) {
            return at < tokens.size() && tokens.get(at).is(text);
        }

        private boolean accept(String text) {
            boolean found = is(text);
            at += found ? 1 : 0;
            return found;
        }

        private String take() {
            return tokens.get(at++).text();
        }

        private void resolve(String name, String action) {
            int depth = 0;
            for (Frame frame : frames) {
                int slot = frame.locals().lastIndexOf(name);
                if (slot >= 0) {
                    emit(action + " local " + depth + " " + slot);
                    return;
                }
                depth++;
            }
            emit(action + " global " + name);
        }

        private void block() {
            List<String> locals = frames.element().locals();
            int active = locals.size();
            statements();
            locals.subList(active, locals.size()).clear();
        }

        private void statements() {
            while (at < tokens.size() && !is("end") && !is("else") && !is("elseif") && !is("until")) {
                statement();
                accept(";");
            }
        }

        private void statement() {
            Token token = tokens.get(at);
            if (token.kind() != TokenKind.KEYWORD) {
                assignmentOrCall();
                return;
            }
            at++;
            switch (token.text()) {
                case "if" -> ifStatement();
                case "while" -> {
                    emit("while");
                    single();
                    at++;
                    block();
                    at++;
                    emit("loop");
                }
                case "do" -> {
                    block();
                    at++;
                }
                case "for" -> forStatement();
                case "repeat" -> repeatStatement();
                case "function" -> functionStatement();
                case "local" -> localStatement();
                case "return" -> {
                    boolean none = at == tokens.size() || is("end") || is(";") || is("else") || is("elseif");
                    emit("return " + (none || is("until") ? "none" : list(-1)));
                }
                default -> emit(token.text());
            }
        }

        private void ifStatement() {
            do {
                emit("test");
                single();
                at++;
                block();
            } while (accept("elseif"));
            if (accept("else")) {
                emit("else");
                block();
            }
            at++;
            emit("fi");
        }

        private void repeatStatement() {
            List<String> locals = frames.element().locals();
            int active = locals.size();
            emit("repeat");
            statements();
            at++;
            single();
            locals.subList(active, locals.size()).clear();
            emit("until");
        }

        private void forStatement() {
            List<String> locals = frames.element().locals();
            int active = locals.size();
            List<String> names = names();
            emit("for " + names.size());
            if (take().equals("=")) {
                do {
                    single();
                } while (accept(","));
            } else {
                list(3);
            }
            at++;
            locals.addAll(List.of("(1)", "(2)", "(3)"));
            locals.addAll(names);
            block();
            at++;
            locals.subList(active, locals.size()).clear();
            emit("rof");
        }

        private List<String> names() {
            List<String> names = new ArrayList<>();
            do {
                names.add(take());
            } while (accept(","));
            return names;
        }

        private void functionStatement() {
            resolve(take(), "get");
            boolean method = false;
            while (is(".") || is(":")) {
                method = take().equals(":");
                emit("index " + take());
            }
            body(method);
            emit("assign function");
        }

        private void body(boolean method) {
            Frame frame = new Frame();
            if (method) {
                frame.locals().add("self");
            }
            frames.push(frame);
            at++;
            while (!accept(")")) {
                String parameter = take();
                frame.locals().add(parameter.equals("...") ? "arg" : parameter);
                emit("parameter " + (parameter.equals("...") ? "..." : ""));
                accept(",");
            }
            statements();
            at++;
            frames.pop();
            emit("closure");
        }

        private void localStatement() {
            List<String> locals = frames.element().locals();
            if (accept("function")) {
                locals.add(take());
                body(false);
                return;
            }
            List<String> names = names();
            if (accept("=")) {
                list(names.size());
            } else {
                fill(names.size());
            }
            locals.addAll(names);
        }

        private void fill(int count) {
            for (int i = 0; i < count; i++) {
                emit("nil");
            }
        }

        /** Emits a list that must give so many values, or with -1 as many as there are. */
        private String list(int wanted) {
            int count = 0;
            Kind last;
            do {
                last = expression(0);
                count++;
                boolean more = is(",");
                if (last != Kind.VALUE && (more || wanted == count)) {
                    emit("one");
                }
            } while (accept(","));
            if (wanted >= 0 && last == Kind.VALUE) {
                fill(wanted - count);
            } else if (wanted > count) {
                emit("stretch " + (wanted - count));
            }
            return wanted < 0 && last != Kind.VALUE ? "open" : "fixed " + count;
        }

        private void assignmentOrCall() {
            int targets = 1;
            Kind kind = primary();
            if (kind == Kind.CALL) {
                emit("drop");
                return;
            }
            while (accept(",")) {
                primary();
                targets++;
            }
            at++;
            list(targets);
            emit("assign " + targets);
        }

        private void single() {
            single(0);
        }

        private void single(int limit) {
            if (expression(limit) != Kind.VALUE) {
                emit("one");
            }
        }

        private Kind expression(int limit) {
            Kind kind = operand();
            Operators.Binary operator = at < tokens.size() ? Operators.binary(tokens.get(at)) : null;
            while (operator != null && operator.left() > limit) {
                String name = take();
                if (kind != Kind.VALUE) {
                    emit("one");
                }
                emit("left of " + name);
                single(operator.right());
                emit(name);
                kind = Kind.VALUE;
                operator = at < tokens.size() ? Operators.binary(tokens.get(at)) : null;
            }
            return kind;
        }

        private Kind operand() {
            Token token = tokens.get(at);
            if (Operators.isUnary(token)) {
                at++;
                single(Operators.UNARY_PRIORITY);
                emit("unary " + token.text());
                return Kind.VALUE;
            }
            if (token.kind() == TokenKind.NAME || token.is("(")) {
                return primary();
            }
            at++;
            if (token.kind() == TokenKind.NUMBER) {
                emit("number " + Numeral.value(token.text()));
            } else if (token.kind().isString()) {
                emit("string " + StringValue.of(token).bytes());
            } else if (token.is("{")) {
                table();
            } else if (token.is("function")) {
                body(false);
            } else {
                emit(token.text());
                return token.is("...") ? Kind.MULTIPLE : Kind.VALUE;
            }
            return Kind.VALUE;
        }

        private void table() {
            emit("table");
            while (!accept("}")) {
                boolean named = tokens.get(at).kind() == TokenKind.NAME
                        && tokens.get(at + 1).is("=");
                if (named || is("[")) {
                    key(named);
                    single();
                    emit("set");
                } else {
                    item();
                }
                if (!accept(",")) {
                    accept(";");
                }
            }
        }

        private void key(boolean named) {
            if (named) {
                emit("string " + take());
            } else {
                at++;
                single();
                at++;
            }
            emit("key");
            at++;
        }

        private void item() {
            Kind kind = expression(0);
            boolean last = is("}") || tokens.get(at + 1).is("}");
            if (kind != Kind.VALUE && !last) {
                emit("one");
            }
            emit(kind != Kind.VALUE && last ? "items" : "item");
        }

        private Kind primary() {
            Kind kind = Kind.VALUE;
            if (accept("(")) {
                single();
                at++;
            } else {
                resolve(take(), "get");
            }
            while (at < tokens.size()) {
                boolean call =
                        is("(") || is("{") || is(":") || tokens.get(at).kind().isString();
                if (!call && !is(".") && !is("[")) {
                    break;
                }
                if (kind == Kind.CALL) {
                    emit("one");
                }
                kind = call ? Kind.CALL : Kind.VALUE;
                if (call) {
                    call();
                } else if (accept(".")) {
                    emit("string " + take() + "\nindex");
                } else {
                    at++;
                    single();
                    at++;
                    emit("index");
                }
            }
            return kind;
        }

        private void call() {
            String method = accept(":") ? " method " + take() : "";
            String arguments = "fixed 1";
            if (!is("(")) {
                operand();
            } else {
                at++;
                arguments = is(")") ? "fixed 0" : list(-1);
                at++;
            }
            emit("call " + arguments + method);
        }
    }
}
