package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaString;

/** A chunk is no valid program. The message is also the topmost value of the stack of the thread that compiled. */
public final class CompileError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient LuaString text;

    CompileError(LuaString text) {
        super(text.toString(), null, false, false);
        this.text = text;
    }

    /** The message as the Lua string it became on the emulated heap. */
    public LuaString text() {
        return text;
    }
}
