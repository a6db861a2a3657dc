package org.perilune.board.module;

import java.util.Arrays;
import org.perilune.board.Board;
import org.perilune.board.BoardModule;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.RoTable;

/** {@code gpio}: digital pins, by their number on the board. */
public final class GpioModule implements BoardModule {
    private static final int TASK_PRIORITY = 2;
    private static final int TIME_MASK = 0x7fff_ffff;
    private static final int COUNT_MASK = 0x7fff;

    private static final RoTable TABLE = Library.named("gpio")
            .function("mode", GpioModule::mode)
            .function("read", GpioModule::read)
            .function("write", GpioModule::write)
            .function("serout", GpioSequence::start)
            .function("trig", GpioModule::trigger)
            .number("INT", GpioPins.INTERRUPT)
            .number("OUTPUT", GpioPins.OUTPUT)
            .number("OPENDRAIN", GpioPins.OPEN_DRAIN)
            .number("INPUT", GpioPins.INPUT)
            .number("HIGH", 1)
            .number("LOW", 0)
            .number("FLOAT", 0)
            .number("PULLUP", 1)
            .build();

    @Override
    public RoTable table() {
        return TABLE;
    }

    @Override
    public void opened(PowerCycle cycle) {
        GpioPins.of(cycle.board()).reset();
        Triggers triggers = new Triggers(cycle);
        cycle.keep(triggers);
        cycle.keep(new GpioSequence.Background());
        GpioPins.of(cycle.board()).listen(triggers::changed);
    }

    static int pin(LuaState lua) {
        int pin = Arguments.integer(lua, 1);
        if (!GpioPins.exists(pin)) {
            throw lua.error("gpio %d does not exist", pin);
        }
        return pin;
    }

    private static int mode(LuaState lua) {
        int pin = Arguments.integer(lua, 1);
        int mode = Arguments.integer(lua, 2);
        boolean pullUp = Arguments.integer(lua, 3, 0) != 0;
        boolean valid = GpioPins.exists(pin) && (mode != GpioPins.INTERRUPT || pin > 0);
        Arguments.check(lua, valid, 1, "Invalid pin");
        Arguments.check(lua, mode >= GpioPins.INPUT && mode <= GpioPins.OPEN_DRAIN, 2, "wrong arg type");
        if (mode != GpioPins.INTERRUPT) {
            Board.of(lua).cycle().part(Triggers.class).drop(lua, pin);
        }
        GpioPins.of(Board.of(lua)).mode(pin, mode, pullUp);
        return 0;
    }

    private static int read(LuaState lua) {
        lua.push(GpioPins.of(Board.of(lua)).level(pin(lua)));
        return 1;
    }

    private static int write(LuaState lua) {
        int pin = Arguments.integer(lua, 1);
        int level = Arguments.integer(lua, 2);
        pin(lua);
        Arguments.check(lua, level == 0 || level == 1, 2, "wrong level type");
        GpioPins.of(Board.of(lua)).write(pin, level);
        return 0;
    }

    private static int trigger(LuaState lua) {
        int pin = Arguments.integer(lua, 1);
        Arguments.check(lua, GpioPins.exists(pin) && pin > 0, 1, "Invalid interrupt pin");
        Triggers triggers = Board.of(lua).cycle().part(Triggers.class);
        int type = Arguments.option(lua, 2, "none", "none", "up", "down", "both", "low", "high");
        if (type == Triggers.NONE) {
            triggers.drop(lua, pin);
        } else if (lua.isFunction(3)) {
            triggers.drop(lua, pin);
            lua.pushCopy(3);
            triggers.functions[pin] = lua.reference();
        } else if (lua.argCount() != 2 || triggers.functions[pin] == References.NONE) {
            triggers.drop(lua, pin);
            throw Arguments.error(lua, 3, "invalid callback type");
        }
        triggers.set(pin, type);
        return 0;
    }

    /** The program's functions that are called when pins change. */
    private static final class Triggers {
        static final int NONE = 0;
        private static final int UP = 1;
        private static final int DOWN = 2;
        private static final int BOTH = 3;
        private static final int LOW = 4;
        private static final int HIGH = 5;

        private final PowerCycle cycle;
        private final int[] functions = new int[GpioPins.COUNT];
        private final int[] types = new int[GpioPins.COUNT];
        /** Changes seen of which the program was not told yet. */
        private final int[] pending = new int[GpioPins.COUNT];

        Triggers(PowerCycle cycle) {
            this.cycle = cycle;
            Arrays.fill(functions, References.NONE);
        }

        void drop(LuaState lua, int pin) {
            lua.release(functions[pin]);
            functions[pin] = References.NONE;
            types[pin] = NONE;
        }

        void set(int pin, int type) {
            types[pin] = type;
            pending[pin] = 0;
            if (isLevel(type)) {
                changed(pin, GpioPins.of(cycle.board()).level(pin));
            }
        }

        private static boolean isLevel(int type) {
            return type >= LOW;
        }

        /** A pin has a new level. */
        void changed(int pin, int level) {
            boolean fires = switch (types[pin]) {
                case UP, HIGH -> level == 1;
                case DOWN, LOW -> level == 0;
                case BOTH -> true;
                default -> false;
            };
            if (fires) {
                pending[pin]++;
                if (pending[pin] == 1) {
                    long when = cycle.uptimeMicros() & TIME_MASK;
                    if (!cycle.postTask(TASK_PRIORITY, () -> call(pin, level, when))) {
                        pending[pin] = 0;
                    }
                }
            }
        }

        private void call(int pin, int level, long when) {
            int count = pending[pin] & COUNT_MASK;
            pending[pin] = 0;
            if (functions[pin] == References.NONE) {
                return;
            }
            LuaState lua = cycle.lua();
            lua.pushReference(functions[pin]);
            lua.push(level);
            lua.push((double) when);
            lua.push(count);
            cycle.call(3, 0);
            if (isLevel(types[pin])) {
                changed(pin, GpioPins.of(cycle.board()).level(pin));
            }
        }
    }
}
