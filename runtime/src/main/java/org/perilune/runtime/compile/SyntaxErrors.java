package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Messages;
import org.perilune.runtime.value.Proto;

/** Builds the compiler's messages, each step on the Lua stack in the firmware's order. */
final class SyntaxErrors {
    private final LuaThread thread;
    private final LuaString source;
    private final TokenBuffer buffer;

    SyntaxErrors(LuaThread thread, LuaString source, TokenBuffer buffer) {
        this.thread = thread;
        this.source = source;
        this.buffer = buffer;
    }

    /** An error at a line. */
    CompileError at(int line, String message) {
        return new CompileError(placed(line, message));
    }

    /** An error at a line, near a token; names, strings and numbers are shown as they stand in the token buffer. */
    CompileError near(int line, String message, int token) {
        if (token == 0) { // a NUL in the text cannot be shown
            return at(line, message);
        }
        String placed = placed(line, message).toString();
        return new CompileError(Messages.push(thread, "%s near '%s'", placed, shown(token)));
    }

    /** The message that a token was expected. */
    String expected(int token) {
        return Messages.push(thread, "'%s' expected", name(token)).toString();
    }

    /** The message that a token was expected, for one that stands at another line. */
    String expectedToClose(int token, int opener, int line) {
        String expected = name(token);
        return Messages.push(thread, "'%s' expected (to close '%s' at line %d)", expected, name(opener), line)
                .toString();
    }

    /** The message that a function has too many of something. */
    String limit(Proto proto, int limit, String what) {
        LuaString message = proto.lineDefined == 0
                ? Messages.push(thread, "main function has more than %d %s", limit, what)
                : Messages.push(thread, "function at line %d has more than %d %s", proto.lineDefined, limit, what);
        return message.toString();
    }

    private LuaString placed(int line, String message) {
        String chunk = ChunkId.of(source.toString(), ChunkId.COMPILER_SIZE);
        return Messages.push(thread, "%s:%d: %s", chunk, line, message);
    }

    private String shown(int token) {
        if (token == Token.NAME || token == Token.STRING || token == Token.NUMBER) {
            buffer.add(0);
            return buffer.text();
        }
        return name(token);
    }

    private String name(int token) {
        if (token >= Token.FIRST) {
            return Token.text(token);
        }
        LuaString text = token < ' ' || token == 0x7f
                ? Messages.push(thread, "char(%d)", token)
                : Messages.push(thread, "%s", String.valueOf((char) token));
        return text.toString();
    }
}
