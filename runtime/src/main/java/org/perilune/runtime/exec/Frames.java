package org.perilune.runtime.exec;

import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaThread;

/** Finds levels of call as error messages and tracebacks number them: 0 runs, 1 called it, and so on. */
public final class Frames {
    /** The level is a call that a tail call replaced. */
    public static final int LOST = 0;
    /** There is no such level. */
    public static final int NONE = -1;

    private Frames() {}

    /** Place in the thread's call stack of a level, or {@link #LOST} or {@link #NONE}. */
    public static int find(LuaThread thread, int level) {
        int left = level;
        int at = thread.depth;
        for (; left > 0 && at > 0; at--) {
            left--;
            if (isLua(thread, at)) {
                left -= thread.calls[at].tailCalls;
            }
        }
        if (left == 0 && at > 0) {
            return at;
        }
        return left < 0 ? LOST : NONE;
    }

    static boolean isLua(LuaThread thread, int at) {
        return thread.ref[thread.calls[at].func] instanceof LuaClosure;
    }

    /** Line that a place in the call stack is at, or -1 for a native function or a lost level. */
    public static int currentLine(LuaThread thread, int at) {
        return at <= 0 ? -1 : Errors.currentLine(thread, at);
    }
}
