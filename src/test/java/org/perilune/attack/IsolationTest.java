package org.perilune.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.perilune.board.standard.StandardBoards;

/** A thousand boards in one virtual machine run the same program, step by step in turn, as one board does alone. */
class IsolationTest {
    private static final int BOARDS = 1000;

    private static final List<String> STEPS = List.of(
            "t = {} for i = 1, 20 do t[i] = 'k' .. i end",
            "m = setmetatable({}, {__index = function(_, k) return k .. '!' end, __mode = 'k'})",
            "string.mine = 1",
            "f = coroutine.wrap(function(a) while true do a = coroutine.yield(a * 2, node.heap()) end end)",
            "=f(21)",
            "print(table.concat(t, ','), m.x, math.random(1000))",
            "tm = tmr.create() tm:alarm(50, tmr.ALARM_SINGLE, function() print('due', tmr.now(), node.heap()) end)",
            "=pcall(error, {})",
            "=nil .. 'x'",
            "print(node.heap(), collectgarbage('count'), tostring(t), tmr.now())");

    @Test
    void aThousandBoardsInTurnDoWhatOneDoesAlone() {
        try (StandardBoards boards = new StandardBoards()) {
            List<String> expected;
            try (AttackedBoard alone = new AttackedBoard(boards)) {
                expected = STEPS.stream().map(alone::type).toList();
            }
            List<AttackedBoard> crowd = new ArrayList<>();
            for (int i = 0; i < BOARDS; i++) {
                crowd.add(new AttackedBoard(boards));
            }
            for (int step = 0; step < STEPS.size(); step++) {
                for (AttackedBoard board : crowd) {
                    assertEquals(expected.get(step), board.type(STEPS.get(step)));
                }
            }
            crowd.forEach(AttackedBoard::close);
        }
    }
}
