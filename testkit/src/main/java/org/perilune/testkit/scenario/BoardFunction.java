package org.perilune.testkit.scenario;

import org.luaj.vm2.LuaError;
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
        } catch (AssertionError | BoardException | IllegalArgumentException | IllegalStateException e) {
            throw new LuaError(e.getMessage());
        }
    }
}
