package org.perilune.board.wifi;

import java.util.Arrays;
import org.perilune.board.Alarm;
import org.perilune.board.Board;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;

/**
 * {@code wifi.sta.eventMonReg} and its kin, of firmware before 2017: looks at the station's status again and again, and
 * calls the program's function for the one it has come to, with the status before.
 */
final class StatusMonitor {
    private static final int STATUSES = 6;
    private static final int DEFAULT_MILLIS = 150;
    private static final long MICROS_PER_MILLI = 1000;

    private final PowerCycle cycle;
    private final Radio radio;
    private final int[] functions = new int[STATUSES];
    private int before = Station.IDLE;
    /** When it looks next; null while it rests. */
    private Alarm next;

    StatusMonitor(PowerCycle cycle, Radio radio) {
        this.cycle = cycle;
        this.radio = radio;
        Arrays.fill(functions, References.NONE);
    }

    private static StatusMonitor of(LuaState lua) {
        return Board.of(lua).cycle().part(StatusMonitor.class);
    }

    static int register(LuaState lua) {
        int status = Arguments.integer(lua, 1);
        if (status < 0 || status >= STATUSES) {
            throw lua.error("valid wifi status:0-5");
        }
        int[] functions = of(lua).functions;
        lua.release(functions[status]);
        functions[status] = References.NONE;
        if (lua.isFunction(2)) {
            lua.pushCopy(2);
            functions[status] = lua.reference();
        }
        return 0;
    }

    static int start(LuaState lua) {
        StatusMonitor monitor = of(lua);
        if (monitor.radio.mode() == Radio.ACCESS_POINT) {
            throw lua.error("Can't monitor in SOFTAP mode");
        }
        if (Arrays.stream(monitor.functions).allMatch(function -> function == References.NONE)) {
            throw lua.error("No callbacks defined");
        }
        int millis = lua.isNumber(1) ? Math.max(1, lua.toInteger(1)) : DEFAULT_MILLIS;
        monitor.rest();
        monitor.lookAfter(millis * MICROS_PER_MILLI);
        return 0;
    }

    /** Given a text, it also forgets the functions. */
    static int stop(LuaState lua) {
        StatusMonitor monitor = of(lua);
        monitor.rest();
        if (lua.isString(1)) {
            for (int status = 0; status < STATUSES; status++) {
                lua.release(monitor.functions[status]);
                monitor.functions[status] = References.NONE;
            }
        }
        return 0;
    }

    private void rest() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private void lookAfter(long micros) {
        next = cycle.after(micros, () -> look(micros));
    }

    private void look(long micros) {
        next = null;
        if (radio.mode() == Radio.ACCESS_POINT) {
            return;
        }
        lookAfter(micros);
        int last = before;
        before = radio.station().status();
        if (before != last && before < STATUSES && functions[before] != References.NONE) {
            cycle.lua().pushReference(functions[before]);
            cycle.lua().push(last);
            cycle.call(1, 0);
        }
    }
}
