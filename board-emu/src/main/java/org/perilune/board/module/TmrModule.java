package org.perilune.board.module;

import org.perilune.board.Alarm;
import org.perilune.board.Board;
import org.perilune.board.BoardModule;
import org.perilune.board.BootReason;
import org.perilune.board.NativeObjects;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;

/** {@code tmr}: timers, the time, and the software watchdog. */
public final class TmrModule implements BoardModule {
    static final String TYPE = "tmr.timer";

    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int POSITIVE = 0x7fff_ffff;

    private static final RoTable METHODS = Library.named(TYPE)
            .function("__gc", Timer::unregister)
            .self("__index")
            .function("register", Timer::register)
            .function("alarm", Timer::alarm)
            .function("start", Timer::start)
            .function("stop", Timer::stop)
            .function("unregister", Timer::unregister)
            .function("state", Timer::state)
            .function("interval", Timer::interval)
            .build();

    private final RoTable table;

    public TmrModule() {
        this(false);
    }

    /** @param staticTimers whether the numbered timers of old firmware are there as well */
    public TmrModule(boolean staticTimers) {
        Library library = Library.named("tmr")
                .function("delay", TmrModule::delay)
                .function("now", TmrModule::now)
                .function("wdclr", TmrModule::feedWatchdog)
                .function("softwd", TmrModule::softWatchdog)
                .function("time", TmrModule::time)
                .function("ccount", TmrModule::cycleCount)
                .function("create", Timer::create)
                .number("ALARM_SINGLE", Timer.SINGLE)
                .number("ALARM_SEMI", Timer.SEMI)
                .number("ALARM_AUTO", Timer.AUTO);
        if (staticTimers) {
            library.function("register", StaticTimers.byNumber(Timer::register))
                    .function("alarm", StaticTimers.byNumber(Timer::alarm))
                    .function("start", StaticTimers.byNumber(Timer::start))
                    .function("stop", StaticTimers.byNumber(Timer::stop))
                    .function("unregister", StaticTimers.byNumber(Timer::unregister))
                    .function("interval", StaticTimers.byNumber(Timer::interval))
                    .function("state", StaticTimers.byNumber(Timer::state));
        }
        table = library.build();
    }

    @Override
    public RoTable table() {
        return table;
    }

    @Override
    public void opened(PowerCycle cycle) {
        NativeObjects.define(cycle.lua(), TYPE, METHODS);
        cycle.keep(new Watchdog());
        cycle.keep(new StaticTimers());
    }

    private static int delay(LuaState lua) {
        int micros = Arguments.integer(lua, 1);
        Arguments.check(lua, micros > 0, 1, "wrong arg range");
        Board.of(lua).cycle().delay(micros);
        return 0;
    }

    private static int feedWatchdog(LuaState lua) {
        Board.of(lua).cycle().feedWatchdog();
        return 0;
    }

    private static int now(LuaState lua) {
        lua.push((int) (Board.of(lua).cycle().uptimeMicros() & POSITIVE));
        return 1;
    }

    private static int time(LuaState lua) {
        lua.push((int) (Board.of(lua).cycle().uptimeMicros() / MICROS_PER_SECOND));
        return 1;
    }

    private static int cycleCount(LuaState lua) {
        PowerCycle cycle = Board.of(lua).cycle();
        lua.push((int) (cycle.uptimeMicros() * NodeSystem.frequency(cycle)));
        return 1;
    }

    private static int softWatchdog(LuaState lua) {
        PowerCycle cycle = Board.of(lua).cycle();
        cycle.part(Watchdog.class).set(cycle, Arguments.integer(lua, 1));
        return 0;
    }

    /** Restarts the board unless it is set anew in time. It counts down by one each full second of uptime. */
    private static final class Watchdog {
        private Alarm alarm;

        void set(PowerCycle cycle, int seconds) {
            if (alarm != null) {
                alarm.cancel();
                alarm = null;
            }
            if (seconds >= 0) {
                long uptime = cycle.uptimeMicros();
                long end = (uptime / MICROS_PER_SECOND + seconds + 1L) * MICROS_PER_SECOND;
                alarm = cycle.inBackgroundAfter(end - uptime, () -> cycle.restartSoon(BootReason.RESTART));
            }
        }
    }
}
