package org.perilune.testkit;

import java.nio.charset.StandardCharsets;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;

/** A piece of Lua that a test runs on a board, past the prompt: its text costs the board nothing. */
final class Chunk {
    private static final String NAME = "=run";

    private final byte[] text;
    private boolean done;
    /** What the program says went wrong, or null. */
    private String error;

    /** @param latin1 Lua source, each character one byte */
    Chunk(String latin1) {
        text = latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Runs it; called as a task of the board. */
    void run(LuaState lua) {
        try {
            byte[][] parts = {text, null};
            int[] next = {0};
            int status = lua.load(() -> parts[next[0]++], NAME);
            if (status == Status.OK) {
                status = lua.protectedCall(0, 0, 0);
            }
            if (status != Status.OK) {
                String message = lua.toJavaString(-1);
                error = message == null ? "(error object is not a string)" : message;
            }
        } finally {
            done = true;
        }
    }

    boolean isDone() {
        return done;
    }

    String error() {
        return error;
    }
}
