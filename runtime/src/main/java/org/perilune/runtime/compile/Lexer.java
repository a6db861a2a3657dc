package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.NumberText;

/**
 * Cuts a chunk's text into tokens. Names and strings become Lua strings at once, kept alive by an entry in the table of
 * constants of the function they stand in.
 */
final class Lexer {
    private static final int END = ByteStream.END;

    /** Kind of the current token. */
    int token;
    /** Text of the current token where it is a name or a string. */
    LuaString text;
    /** Value of the current token where it is a number. */
    double number;
    /** Line of the character to be read next. */
    int line = 1;
    /** Line at which the token before the current one ended: the line of code being made. */
    int lastLine = 1;

    /** Kind of the token after the current one, if it has been read already. */
    private int following = Token.END_OF_CHUNK;

    private LuaString followingText;
    private double followingNumber;

    private LuaString scannedText;
    private double scannedNumber;

    private final LuaThread thread;
    private final ByteStream stream;
    private final TokenBuffer buffer;
    private final SyntaxErrors errors;
    /** Keeps names and strings alive: the constants of the function being compiled. */
    private LuaTable anchors;

    private int current;

    Lexer(LuaThread thread, ByteStream stream, TokenBuffer buffer, LuaString source) {
        this.thread = thread;
        this.stream = stream;
        this.buffer = buffer;
        errors = new SyntaxErrors(thread, source, buffer);
        buffer.open();
        current = stream.next();
    }

    SyntaxErrors errors() {
        return errors;
    }

    /** Names the table that keeps strings alive from now on; null when no function is being compiled any more. */
    void anchorIn(LuaTable table) {
        anchors = table;
    }

    // ---- tokens

    /** Goes to the next token. */
    void advance() {
        lastLine = line;
        if (following != Token.END_OF_CHUNK) {
            token = following;
            text = followingText;
            number = followingNumber;
            following = Token.END_OF_CHUNK;
        } else {
            token = scan();
            text = scannedText;
            number = scannedNumber;
        }
    }

    /** Kind of the token after the current one, which stays current. */
    int lookAhead() {
        following = scan();
        followingText = scannedText;
        followingNumber = scannedNumber;
        return following;
    }

    /** A syntax error near the current token. */
    CompileError error(String message) {
        return errors.near(line, message, token);
    }

    /** A string kept alive as long as the function that is being compiled. */
    LuaString anchored(String latin1) {
        LuaString string = thread.vm().strings().intern(latin1);
        anchor(string);
        return string;
    }

    /** Keeps the current token's text alive in the function that is being compiled now. */
    void anchorCurrent() {
        if (token == Token.NAME || token == Token.STRING) {
            anchor(text);
        }
    }

    private void anchor(LuaString string) {
        int slot = anchors.findString(string);
        if (slot == LuaTable.NONE) {
            slot = anchors.insert(thread.vm(), string, 0);
        }
        if (anchors.ref(slot) == null) {
            anchors.set(thread.vm(), slot, true, 0);
            thread.vm().collector().check();
        }
    }

    // ---- characters

    private void skip() {
        current = stream.next();
    }

    private void take() {
        buffer.add(current);
        current = stream.next();
    }

    private boolean atNewline() {
        return current == '\n' || current == '\r';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(int c) {
        return isDigit(c) || c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }

    /** Skips a line end of one character or of two different ones. */
    private void newline() {
        int first = current;
        skip();
        if (atNewline() && current != first) {
            skip();
        }
        line++;
    }

    // ---- scanning

    private int scan() {
        buffer.clear();
        while (true) {
            switch (current) {
                case '\n', '\r' -> newline();
                case ' ', '\t', '\f', 0x0b -> skip();
                case '-' -> {
                    skip();
                    if (current != '-') {
                        return '-';
                    }
                    comment();
                }
                default -> {
                    return significant();
                }
            }
        }
    }

    private int significant() {
        return switch (current) {
            case '[' -> bracket();
            case '=' -> orEqual('=', Token.EQ);
            case '<' -> orEqual('<', Token.LE);
            case '>' -> orEqual('>', Token.GE);
            case '~' -> orEqual('~', Token.NE);
            case '"', '\'' -> quoted(current);
            case '.' -> dots();
            case END -> Token.END_OF_CHUNK;
            default -> wordOrSymbol();
        };
    }

    private int orEqual(int single, int withEqual) {
        skip();
        if (current != '=') {
            return single;
        }
        skip();
        return withEqual;
    }

    private int dots() {
        take();
        if (takeIf('.', '.')) {
            return takeIf('.', '.') ? Token.DOTS : Token.CONCAT;
        }
        if (!isDigit(current)) {
            return '.';
        }
        number();
        return Token.NUMBER;
    }

    private int wordOrSymbol() {
        if (isDigit(current)) {
            number();
            return Token.NUMBER;
        }
        if (!isWordPart(current)) {
            int symbol = current;
            skip();
            return symbol;
        }
        do {
            take();
        } while (isWordPart(current));
        buffer.add(0);
        int word = Token.ofWord(buffer.text());
        if (word == Token.NAME) {
            scannedText = buffer.intern(thread.vm().strings(), 0, 1);
            anchor(scannedText);
        }
        return word;
    }

    /** Takes the character if it is one of two; a NUL passes as well, as it does in C's search of a string. */
    private boolean takeIf(int first, int second) {
        if (current != first && current != second && current != 0) {
            return false;
        }
        take();
        return true;
    }

    private void number() {
        do {
            take();
        } while (isDigit(current) || current == '.');
        if (takeIf('E', 'e')) {
            takeIf('+', '-');
        }
        while (isWordPart(current)) {
            take();
        }
        buffer.add(0);
        scannedNumber = NumberText.parse(buffer.copy());
        if (NumberText.isFailure(scannedNumber)) {
            throw errors.near(line, "malformed number", Token.NUMBER);
        }
    }

    private void comment() {
        skip();
        if (current == '[') {
            int level = longBracket();
            buffer.clear();
            if (level >= 0) {
                longText(level, false);
                buffer.clear();
                return;
            }
        }
        while (!atNewline() && current != END) {
            skip();
        }
    }

    private int bracket() {
        int level = longBracket();
        if (level >= 0) {
            longText(level, true);
            scannedText = buffer.intern(thread.vm().strings(), 2 + level, 2 + level);
            anchor(scannedText);
            return Token.STRING;
        }
        if (level == -1) {
            return '[';
        }
        throw errors.near(line, "invalid long string delimiter", Token.STRING);
    }

    /**
     * Takes a bracket and the equal signs after it.
     *
     * @return their number where the same bracket follows, else its complement: -1 for a bracket alone
     */
    private int longBracket() {
        int bracket = current;
        int level = 0;
        take();
        while (current == '=') {
            take();
            level++;
        }
        return current == bracket ? level : ~level;
    }

    /** Reads from the second bracket to the closing ones; what is not kept still passes through the buffer in part. */
    private void longText(int level, boolean keep) {
        take();
        if (atNewline()) {
            newline();
        }
        while (true) {
            switch (current) {
                case END ->
                    throw errors.near(
                            line, keep ? "unfinished long string" : "unfinished long comment", Token.END_OF_CHUNK);
                case '[' -> {
                    if (longBracket() == level) {
                        take();
                        if (level == 0) {
                            throw errors.near(line, "nesting of [[...]] is deprecated", '[');
                        }
                    }
                }
                case ']' -> {
                    if (longBracket() == level) {
                        take();
                        return;
                    }
                }
                case '\n', '\r' -> {
                    buffer.add('\n');
                    newline();
                    if (!keep) {
                        buffer.clear();
                    }
                }
                default -> {
                    if (keep) {
                        take();
                    } else {
                        skip();
                    }
                }
            }
        }
    }

    private int quoted(int quote) {
        take();
        while (current != quote) {
            switch (current) {
                case END -> throw errors.near(line, "unfinished string", Token.END_OF_CHUNK);
                case '\n', '\r' -> throw errors.near(line, "unfinished string", Token.STRING);
                case '\\' -> escape();
                default -> take();
            }
        }
        take();
        scannedText = buffer.intern(thread.vm().strings(), 1, 1);
        anchor(scannedText);
        return Token.STRING;
    }

    private void escape() {
        skip();
        switch (current) {
            case 'a' -> escaped(7);
            case 'b' -> escaped('\b');
            case 'f' -> escaped('\f');
            case 'n' -> escaped('\n');
            case 'r' -> escaped('\r');
            case 't' -> escaped('\t');
            case 'v' -> escaped(0x0b);
            case '\n', '\r' -> {
                buffer.add('\n');
                newline();
            }
            case END -> {
                // The end of the chunk is found out next.
            }
            default -> {
                if (isDigit(current)) {
                    decimalEscape();
                } else {
                    take();
                }
            }
        }
    }

    private void escaped(int c) {
        buffer.add(c);
        skip();
    }

    private void decimalEscape() {
        int code = 0;
        int digits = 0;
        do {
            code = 10 * code + current - '0';
            skip();
        } while (++digits < 3 && isDigit(current));
        if (code > 255) {
            throw errors.near(line, "escape sequence too large", Token.STRING);
        }
        buffer.add(code);
    }
}
