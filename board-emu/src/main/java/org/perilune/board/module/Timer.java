package org.perilune.board.module;

import org.perilune.board.Alarm;
import org.perilune.board.Board;
import org.perilune.board.NativeObjects;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.value.Value;

/** A timer. While it runs, the registry keeps it alive. */
final class Timer {
    static final int SINGLE = 0;
    static final int AUTO = 1;
    static final int SEMI = 2;
    /** Mode of a timer without a function. */
    private static final int OFF = 3;
    /** Bit of the mode: does not run. */
    private static final int IDLE = 0x80;

    private static final int MAX_INTERVAL = 0x68D7A3;
    private static final String BAD_INTERVAL = "Range: 1-0x68D7A3";
    private static final long MICROS_PER_MILLI = 1000;
    /** The firmware's structure: the system's timer, two references, the interval, the mode. */
    private static final int DEVICE_BYTES = 36;

    private int function = References.NONE;
    private int self = References.NONE;
    private int interval;
    private int mode = OFF;
    private Alarm alarm;

    static int create(LuaState lua) {
        NativeObjects.push(lua, TmrModule.TYPE, DEVICE_BYTES, new Timer());
        return 1;
    }

    private static Timer check(LuaState lua) {
        return NativeObjects.check(lua, 1, TmrModule.TYPE, Timer.class);
    }

    static int register(LuaState lua) {
        Timer timer = check(lua);
        int interval = Arguments.integer(lua, 2);
        int mode = Arguments.integer(lua, 3) & 0xff;
        checkInterval(lua, interval);
        Arguments.check(lua, mode == SINGLE || mode == SEMI || mode == AUTO, 3, "Invalid mode");
        Arguments.check(lua, lua.isFunction(4), 4, "Must be function");
        lua.pushCopy(4);
        timer.disarm();
        if (timer.function == References.NONE) {
            timer.function = lua.reference();
        } else {
            lua.pushValue(lua.vm().registry(), 0);
            lua.insert(-2);
            lua.rawSet(-2, timer.function);
        }
        timer.mode = mode | IDLE;
        timer.interval = interval;
        return 0;
    }

    private static void checkInterval(LuaState lua, int interval) {
        Arguments.check(lua, interval > 0 && interval <= MAX_INTERVAL, 2, BAD_INTERVAL);
    }

    static int alarm(LuaState lua) {
        register(lua);
        lua.setTop(1);
        return start(lua);
    }

    static int start(LuaState lua) {
        Timer timer = check(lua);
        lua.setTop(2);
        Object flag = lua.refAt(2);
        Arguments.check(lua, flag == null || Value.type(flag) == Value.BOOLEAN, 2, "boolean expected");
        boolean restart = lua.toBoolean(2);
        lua.setTop(1);
        if (timer.self == References.NONE) {
            lua.pushCopy(1);
            timer.self = lua.reference();
        }
        boolean starts = (timer.mode & IDLE) != 0 || restart;
        if (starts) {
            timer.mode &= ~IDLE;
            timer.arm(Board.of(lua).cycle());
        }
        lua.push(starts);
        return 1;
    }

    static int stop(LuaState lua) {
        Timer timer = check(lua);
        boolean ran = timer.mode != OFF && (timer.mode & IDLE) == 0;
        timer.unpin(lua);
        timer.disarm();
        timer.mode |= IDLE;
        lua.push(ran);
        return 1;
    }

    static int unregister(LuaState lua) {
        Timer timer = check(lua);
        timer.unpin(lua);
        timer.dropFunction(lua);
        timer.disarm();
        timer.mode = OFF;
        return 0;
    }

    static int interval(LuaState lua) {
        Timer timer = check(lua);
        int interval = Arguments.integer(lua, 2);
        checkInterval(lua, interval);
        if (timer.mode != OFF) {
            timer.interval = interval;
            if ((timer.mode & IDLE) == 0) {
                timer.arm(Board.of(lua).cycle());
            }
        }
        return 0;
    }

    static int state(LuaState lua) {
        Timer timer = check(lua);
        if (timer.mode == OFF) {
            lua.pushNil();
            return 1;
        }
        lua.push((timer.mode & IDLE) == 0);
        lua.push(timer.mode & ~IDLE);
        return 2;
    }

    private void arm(PowerCycle cycle) {
        disarm();
        setAlarm(cycle, cycle.clock().micros() + interval * MICROS_PER_MILLI);
    }

    private void setAlarm(PowerCycle cycle, long due) {
        alarm = cycle.at(due, () -> fire(cycle, due));
    }

    private void disarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void fire(PowerCycle cycle, long due) {
        alarm = null;
        if (mode == AUTO) {
            setAlarm(cycle, due + interval * MICROS_PER_MILLI);
        }
        if (function < 0) {
            return;
        }
        LuaState lua = cycle.lua();
        lua.pushReference(function);
        lua.pushReference(self);
        if (mode == SINGLE) {
            dropFunction(lua);
            unpin(lua);
            mode = OFF;
        } else if (mode == SEMI) {
            mode |= IDLE;
            unpin(lua);
        }
        cycle.call(1, 0);
    }

    private void unpin(LuaState lua) {
        lua.release(self);
        self = References.NONE;
    }

    private void dropFunction(LuaState lua) {
        lua.release(function);
        function = References.NONE;
    }
}
