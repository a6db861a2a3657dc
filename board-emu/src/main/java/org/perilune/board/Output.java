package org.perilune.board;

import java.util.Arrays;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;

/** Where printed text goes: over the serial line, or into the pipe by which the program reads it itself. */
public final class Output {
    /** Registry key of the pipe. */
    public static final String PIPE = "stdout";

    private final PowerCycle cycle;
    private boolean serial = true;

    Output(PowerCycle cycle) {
        this.cycle = cycle;
    }

    /** Whether the text goes over the serial line even while there is a pipe. */
    public void serial(boolean on) {
        serial = on;
    }

    /** Prints bytes. */
    public void write(byte[] text, int from, int length) {
        byte[] piece = from == 0 && length == text.length ? text : Arrays.copyOfRange(text, from, from + length);
        LuaState lua = cycle.lua();
        int top = lua.argCount();
        Registry.push(lua, PIPE);
        if (!lua.isTable(-1)) {
            cycle.uart().print(piece);
        } else {
            if (serial) {
                cycle.uart().print(piece);
            }
            lua.rawGet(-1, 1);
            lua.insert(-2);
            lua.push(piece, 0, piece.length);
            boolean before = cycle.interrupts().enter(false);
            int status = lua.protectedCall(2, 0, 0);
            cycle.interrupts().back(before);
            if (status != Status.OK) {
                cycle.uart().print("error calling stdout:write(" + lua.toJavaString(-1) + ")\n");
                cycle.restartSoon(BootReason.RESTART);
            }
        }
        lua.setTop(top);
    }
}
