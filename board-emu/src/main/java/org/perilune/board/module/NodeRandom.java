package org.perilune.board.module;

import java.util.random.RandomGenerator;
import org.perilune.board.Board;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;

/** {@code node.random}: numbers from the board's source of chance, all equally likely. */
final class NodeRandom {
    private NodeRandom() {}

    static int random(LuaState lua) {
        RandomGenerator source = Board.of(lua).cycle().random();
        int count = lua.argCount();
        if (count == 0) {
            lua.push(source.nextDouble());
            return 1;
        } else if (count > 2) {
            throw lua.error("wrong number of arguments");
        }
        int lowest = count == 1 ? 1 : Arguments.integer(lua, 1);
        int highest = Arguments.integer(lua, count);
        Arguments.check(lua, lowest <= highest, 2, "interval is empty");
        lua.push((int) source.nextLong(lowest, highest + 1L));
        return 1;
    }
}
