package org.perilune.board.module;

import org.perilune.board.Board;
import org.perilune.board.BootReason;
import org.perilune.board.PowerCycle;
import org.perilune.board.wifi.Radio;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;

/** Restart, sleep and the processor's speed. */
final class NodeSystem {
    static final int SLOW = 80;
    static final int FAST = 160;

    /** What the oscillator of the sleep timer allows: about three and a half hours. */
    private static final double LONGEST_SLEEP = 12_884_901_882.0;

    private NodeSystem() {}

    /** The processor's speed in this power cycle. */
    static final class Processor {
        private int megahertz;

        Processor(boolean fast) {
            megahertz = fast ? FAST : SLOW;
        }
    }

    static int frequency(PowerCycle cycle) {
        return cycle.part(Processor.class).megahertz;
    }

    private static PowerCycle cycle(LuaState lua) {
        return Board.of(lua).cycle();
    }

    static int restart(LuaState lua) {
        cycle(lua).restartSoon(BootReason.RESTART);
        return 0;
    }

    static int deepSleep(LuaState lua) {
        if (lua.isNumber(1)) {
            cycle(lua).sleepSoon((long) lua.toNumber(1));
        }
        return 0;
    }

    static int longestSleep(LuaState lua) {
        lua.push(LONGEST_SLEEP);
        return 1;
    }

    static int setFrequency(LuaState lua) {
        cycle(lua).part(Processor.class).megahertz = Arguments.integer(lua, 1) == FAST ? FAST : SLOW;
        return getFrequency(lua);
    }

    static int getFrequency(LuaState lua) {
        lua.push(frequency(cycle(lua)));
        return 1;
    }

    /** The default build of the firmware cannot sleep lightly. */
    static int lightSleep(LuaState lua) {
        cycle(lua)
                .uart()
                .print("\n The options \"TIMER_SUSPEND_ENABLE\" and \"PMSLEEP_ENABLE\" in "
                        + "\"app/include/user_config.h\" were disabled during FW build!\n");
        throw lua.error("node.sleep() is unavailable");
    }

    /** What the system keeps over restarts is all the radio's. */
    static int restore(LuaState lua) {
        Radio radio = Radio.orNull(cycle(lua));
        if (radio != null) {
            radio.restore();
        }
        return 0;
    }
}
