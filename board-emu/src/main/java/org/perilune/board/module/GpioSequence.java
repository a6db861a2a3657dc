package org.perilune.board.module;

import org.perilune.board.Alarm;
import org.perilune.board.Board;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;

/** {@code gpio.serout}: a pin that changes its level after a list of times. */
final class GpioSequence {
    private static final int MAX_STEPS = 256;
    private static final int TASK_PRIORITY = 0;

    private final PowerCycle cycle;
    private final int pin;
    private final int[] delays;
    private final int function;
    private int level;
    private int repeats;
    private int step;
    /** The next change, while it goes on in the background. */
    private Alarm alarm;

    private GpioSequence(PowerCycle cycle, int pin, int level, int[] delays, int repeats, int function) {
        this.cycle = cycle;
        this.pin = pin;
        this.level = level;
        this.delays = delays;
        this.repeats = repeats;
        this.function = function;
    }

    /** The sequence that goes on in the background: there is one timer for it, which a new sequence takes over. */
    static final class Background {
        private GpioSequence running;

        private void replace(LuaState lua, GpioSequence sequence) {
            if (running != null) {
                if (running.alarm != null) {
                    running.alarm.cancel();
                }
                lua.release(running.function);
            }
            running = sequence;
        }
    }

    static int start(LuaState lua) {
        int pin = Arguments.integer(lua, 1);
        int level = Arguments.integer(lua, 2);
        int repeats = Arguments.integer(lua, 4, 1);
        Arguments.check(lua, GpioPins.exists(pin), 1, "Invalid pin");
        Arguments.check(lua, level == 0 || level == 1, 2, "Wrong level type");
        Arguments.check(lua, lua.isTable(3) && lua.length(3) < MAX_STEPS, 3, "Invalid delay_times");
        int[] delays = new int[lua.length(3)];
        for (int i = 0; i < delays.length; i++) {
            lua.rawGet(3, i + 1);
            delays[i] = Arguments.integer(lua, -1);
            lua.pop(1);
        }
        boolean inBackground = !lua.isNoneOrNil(5);
        int function = References.NONE;
        if (inBackground && !lua.isNumber(5)) {
            lua.pushCopy(5);
            function = lua.reference();
        }
        GpioSequence sequence =
                new GpioSequence(Board.of(lua).cycle(), pin, level, delays, Math.max(1, repeats), function);
        sequence.background().replace(lua, inBackground ? sequence : null);
        if (inBackground) {
            sequence.continueInBackground();
        } else {
            sequence.run();
        }
        return 0;
    }

    private void run() {
        while (isGoingOn()) {
            cycle.clock().spend(next());
        }
    }

    private Background background() {
        return cycle.part(Background.class);
    }

    private void continueInBackground() {
        alarm = null;
        if (isGoingOn()) {
            alarm = cycle.after(next(), this::continueInBackground);
        } else if (!cycle.postTask(TASK_PRIORITY, this::done)) {
            alarm = cycle.after(0, this::continueInBackground);
        }
    }

    private boolean isGoingOn() {
        return repeats > 0 && delays.length > 0;
    }

    /** Sets the level and returns for how long. */
    private int next() {
        GpioPins.of(cycle.board()).write(pin, level);
        level = 1 - level;
        int delay = delays[step];
        step++;
        if (step == delays.length) {
            step = 0;
            repeats--;
        }
        return delay;
    }

    private void done() {
        if (background().running != this) {
            return;
        }
        background().running = null;
        if (function != References.NONE) {
            LuaState lua = cycle.lua();
            lua.pushReference(function);
            lua.release(function);
            cycle.call(0, 0);
        }
    }
}
