package org.perilune.board.module;

import java.util.Arrays;
import org.perilune.board.Board;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.value.Value;

/** The seven numbered timers that the firmware had before 2019: {@code tmr.alarm(0, ...)} and its kin. */
final class StaticTimers {
    private static final int COUNT = 7;

    private final int[] references = new int[COUNT];

    StaticTimers() {
        Arrays.fill(references, References.NONE);
    }

    /** A timer's method as a function whose first argument is the timer's number. */
    static NativeFunction byNumber(NativeFunction method) {
        return lua -> {
            if (lua.refAt(1) == Value.NUMBER) {
                int id = Arguments.integer(lua, 1);
                Arguments.check(lua, id >= 0 && id < COUNT, 1, "invalid timer index");
                Board.of(lua).cycle().part(StaticTimers.class).push(lua, id);
                lua.replace(1);
            }
            return method.call(lua);
        };
    }

    private void push(LuaState lua, int id) {
        if (references[id] == References.NONE) {
            Timer.create(lua);
            references[id] = lua.reference();
        }
        lua.pushReference(references[id]);
    }
}
