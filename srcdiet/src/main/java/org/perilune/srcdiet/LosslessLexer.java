package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a source into tokens by the rules of Lua 5.1. Nothing is lost: the texts of the tokens, joined, are the source. The
 * board's own lexer drops what separates and charges the heap; this one does neither.
 */
final class LosslessLexer {
    private static final String SINGLE_OPERATORS = "+-*/%^#=<>(){}[];:,.";

    private final LuaSource source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private LosslessLexer(LuaSource source) {
        this.source = source;
        this.text = source.text();
    }

    static List<Token> lex(LuaSource source) {
        return new LosslessLexer(source).run();
    }

    static String join(List<Token> tokens) {
        StringBuilder joined = new StringBuilder();
        tokens.forEach(token -> joined.append(token.text()));
        return joined.toString();
    }

    private List<Token> run() {
        if (text.startsWith("\u001BLua")) {
            throw source.error(0, "this is compiled Lua, not a source; give the .lua file");
        }
        if (text.startsWith(LuaSource.BYTE_ORDER_MARK)) {
            add(TokenKind.BOM, LuaSource.BYTE_ORDER_MARK.length());
        }
        if (peek(0) == '#') {
            add(TokenKind.SHEBANG, endOfLine(at));
        }
        while (at < text.length()) {
            next();
        }
        return List.copyOf(tokens);
    }

    private void next() {
        char c = text.charAt(at);
        if (Chars.isLineEnd(c)) {
            add(TokenKind.NEWLINE, Chars.skipLineEnd(text, at));
        } else if (Chars.isBlank(c)) {
            add(TokenKind.BLANK, endOfBlanks());
        } else if (Chars.isNameStart(c)) {
            int end = endOfName();
            add(Keywords.contains(text.substring(at, end)) ? TokenKind.KEYWORD : TokenKind.NAME, end);
        } else if (Chars.isDigit(c) || c == '.' && Chars.isDigit(peek(1))) {
            number();
        } else if (c == '"' || c == '\'') {
            add(TokenKind.SHORT_STRING, endOfShortString(c));
        } else if (text.startsWith("--", at)) {
            comment();
        } else if (c == '[' && LongBracket.opens(text, at)) {
            add(TokenKind.LONG_STRING, endOfLongBracket(at, "string"));
        } else {
            operator(c);
        }
    }

    private void comment() {
        int body = at + 2;
        if (LongBracket.opens(text, body)) {
            add(TokenKind.LONG_COMMENT, endOfLongBracket(body, "comment"));
        } else {
            add(TokenKind.SHORT_COMMENT, endOfLine(body));
        }
    }

    private void number() {
        int end = Numeral.end(text, at);
        String run = text.substring(at, end);
        if (!Numeral.isWellFormed(run)) {
            throw source.error(
                    line, "malformed number '" + run + "'; put a blank between a number and what follows it");
        }
        add(TokenKind.NUMBER, end);
    }

    private int endOfLongBracket(int open, String what) {
        int level = LongBracket.level(text, open);
        int end = LongBracket.end(text, open);
        if (end < 0) {
            throw source.error(line, "unfinished long " + what + "; close it with " + LongBracket.closing(level));
        }
        if (level == 0 && text.substring(open + 2, end).contains("[[")) {
            throw source.error(
                    line, "[[ inside a long " + what + " that begins with [[; begin with [=[ and end with ]=]");
        }
        return end;
    }

    private int endOfShortString(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            char c = text.charAt(end);
            if (Chars.isLineEnd(c)) {
                break;
            }
            end = c == '\\' ? endOfEscape(end) : end + 1;
        }
        if (end >= text.length() || text.charAt(end) != quote) {
            throw source.error(line, "unfinished string; close it with " + quote + " on the same line");
        }
        return end + 1;
    }

    private int endOfEscape(int backslash) {
        int end = backslash + 1;
        if (end >= text.length()) {
            return end;
        }
        if (Chars.isLineEnd(text.charAt(end))) {
            return Chars.skipLineEnd(text, end);
        }
        if (!Chars.isDigit(text.charAt(end))) {
            return end + 1;
        }
        int value = 0;
        for (int i = 0; i < 3 && end < text.length() && Chars.isDigit(text.charAt(end)); i++) {
            value = value * 10 + text.charAt(end++) - '0';
        }
        if (value > 255) {
            int lineOfEscape = line + Chars.lineEnds(text.substring(at, backslash));
            throw source.error(lineOfEscape, "escape \\" + value + " is no byte; write \\0 to \\255");
        }
        return end;
    }

    private void operator(char c) {
        String[] longer = {"...", "..", "==", "~=", "<=", ">="};
        for (String operator : longer) {
            if (text.startsWith(operator, at)) {
                add(TokenKind.OPERATOR, at + operator.length());
                return;
            }
        }
        if (c == '[' && peek(1) == '=') {
            throw source.error(line, "invalid long string delimiter '[='; write [=[ or put a blank after [");
        }
        if (SINGLE_OPERATORS.indexOf(c) < 0) {
            throw source.error(line, "unexpected character " + describe(c) + "; Lua 5.1 has no use for it, remove it");
        }
        add(TokenKind.OPERATOR, at + 1);
    }

    private static String describe(char c) {
        return Chars.isPrintable(c) ? "'" + c + "'" : "with code " + (int) c;
    }

    /** The character so many places on; NUL past the end, where no rule asks for NUL. */
    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && !Chars.isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfBlanks() {
        int end = at;
        while (end < text.length() && Chars.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfName() {
        int end = at;
        while (end < text.length() && Chars.isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(TokenKind kind, int end) {
        Token token = new Token(kind, text.substring(at, end), line);
        tokens.add(token);
        line += token.lineEnds();
        at = end;
    }
}
