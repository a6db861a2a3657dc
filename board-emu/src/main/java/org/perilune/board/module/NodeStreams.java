package org.perilune.board.module;

import org.perilune.board.Board;
import org.perilune.board.Output;
import org.perilune.board.Registry;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;

/** The prompt's input and the printed output, as the program can take part in them. */
final class NodeStreams {
    private static final int OUTPUT_PRIORITY = 1;

    private NodeStreams() {}

    /** Lets the prompt run a text as if it had been typed. */
    static int input(LuaState lua) {
        Arguments.string(lua, 1);
        Registry.push(lua, "stdin");
        lua.rawGet(-1, 1);
        lua.insert(-2);
        lua.pushCopy(1);
        lua.call(2, 0);
        return 0;
    }

    /** Gives printed text to a pipe whose reader is the function given, or to the serial line only. */
    static int output(LuaState lua) {
        Output output = Board.of(lua).cycle().output();
        boolean serial = !(lua.isNumber(2) && lua.toInteger(2) == 0);
        lua.setTop(1);
        if (lua.isFunction(1)) {
            output.serial(serial);
            lua.push(PipeModule.CREATE);
            lua.insert(1);
            lua.push(OUTPUT_PRIORITY);
            lua.call(2, 1);
        } else {
            lua.pop(1);
            lua.pushNil();
            output.serial(true);
        }
        Registry.set(lua, Output.PIPE);
        return 0;
    }
}
