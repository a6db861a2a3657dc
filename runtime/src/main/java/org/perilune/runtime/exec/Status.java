package org.perilune.runtime.exec;

import org.perilune.runtime.compile.CompileError;
import org.perilune.runtime.heap.OutOfMemory;
import org.perilune.runtime.value.LuaThread;

/** How a protected call or a coroutine ended, with the firmware's numbers. */
public final class Status {
    public static final int OK = 0;
    public static final int YIELDED = 1;
    public static final int RUNTIME_ERROR = 2;
    public static final int SYNTAX_ERROR = 3;
    public static final int MEMORY_ERROR = 4;
    /** An error while an error was being handled. */
    public static final int HANDLER_ERROR = 5;

    private Status() {}

    /** Status for what was thrown; anything that is no Lua error is thrown on. */
    static int of(RuntimeException thrown) {
        if (thrown instanceof LuaError) {
            return RUNTIME_ERROR;
        } else if (thrown instanceof OutOfMemory) {
            return MEMORY_ERROR;
        } else if (thrown instanceof CompileError) {
            return SYNTAX_ERROR;
        } else if (thrown instanceof LuaThread.StackOverflow) {
            return HANDLER_ERROR;
        }
        throw thrown;
    }
}
