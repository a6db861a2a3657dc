package org.perilune.testkit.scenario;

import java.nio.charset.StandardCharsets;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;
import org.perilune.board.BoardException;

/** A function of the host as scripts call it: what fails becomes an error of the script, at the line that called. */
final class BoardFunction extends VarArgFunction {
    /** What the function does. */
    @FunctionalInterface
    interface Body {
        Varargs call(Varargs arguments);
    }

    private final Body body;

    BoardFunction(Body body) {
        this.body = body;
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        try {
            return body.call(arguments);
        } catch (AssertionError e) {
            // It quotes the board, each byte one character; LuaJ takes bytes for UTF-8.
            byte[] quoted = e.getMessage().getBytes(StandardCharsets.ISO_8859_1);
            throw new LuaError(LuaString.valueOf(quoted).tojstring());
        } catch (BoardException | IllegalArgumentException | IllegalStateException e) {
            throw new LuaError(e.getMessage());
        }
    }
}
