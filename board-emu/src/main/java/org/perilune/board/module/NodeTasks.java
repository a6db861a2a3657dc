package org.perilune.board.module;

import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.Value;

/** {@code node.task}. */
final class NodeTasks {
    static final int LOW = 0;
    static final int MEDIUM = 1;
    static final int HIGH = 2;

    private NodeTasks() {}

    static int post(LuaState lua) {
        int priority = MEDIUM;
        int function = 1;
        if (lua.refAt(1) == Value.NUMBER) {
            priority = Arguments.integer(lua, 1);
            Arguments.check(lua, priority >= LOW && priority <= HIGH, 1, "invalid  priority");
            function = 2;
        }
        Arguments.type(lua, function, Value.FUNCTION);
        lua.setTop(function);
        PowerCycle.postFunction(lua, priority);
        return 0;
    }
}
