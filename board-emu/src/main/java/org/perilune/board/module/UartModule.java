package org.perilune.board.module;

import java.util.Arrays;
import java.util.Set;
import org.perilune.board.Board;
import org.perilune.board.BoardModule;
import org.perilune.board.LineInput;
import org.perilune.board.PowerCycle;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.References;
import org.perilune.runtime.lib.Library;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Value;

/** {@code uart}: the serial line. The second one, which only sends, is not connected. */
public final class UartModule implements BoardModule {
    private static final int PORTS = 2;
    private static final int MAX_INPUT = 256;
    private static final int STOP_BITS_1_5 = 3;

    /** Rates that the line knows; asked for any other it runs with {@link #FALLBACK_RATE}. */
    private static final Set<Integer> RATES = Set.of(
            300, 600, 1200, 2400, 4800, 9600, 19_200, 31_250, 38_400, 57_600, 74_880, 115_200, 230_400, 256_000,
            460_800, 921_600, 1_843_200, 3_686_400);

    private static final int FALLBACK_RATE = 9600;

    private static final RoTable TABLE = Library.named("uart")
            .function("setup", UartModule::setup)
            .function("getconfig", UartModule::getConfig)
            .function("write", UartModule::write)
            .function("on", UartModule::on)
            .function("alt", UartModule::alt)
            .function("fifodepth", UartModule::fifoDepth)
            .number("STOPBITS_1", 1)
            .number("STOPBITS_1_5", STOP_BITS_1_5)
            .number("STOPBITS_2", 2)
            .number("PARITY_NONE", 0)
            .number("PARITY_EVEN", 1)
            .number("PARITY_ODD", 2)
            .number("DIR_RX", 0)
            .number("DIR_TX", 1)
            .build();

    @Override
    public RoTable table() {
        return TABLE;
    }

    @Override
    public void opened(PowerCycle cycle) {
        cycle.keep(new State());
    }

    /** Settings of the two ports, and the program's function for received data. */
    private static final class State {
        private final int[][] settings = {{115_200, 8, 0, 1}, {115_200, 8, 0, 1}};
        private int function = References.NONE;
    }

    private static State state(LuaState lua) {
        return Board.of(lua).cycle().part(State.class);
    }

    private static int port(LuaState lua) {
        int port = Arguments.integer(lua, 1);
        if (port < 0 || port >= PORTS) {
            throw lua.error("uart %d does not exist", port);
        }
        return port;
    }

    private static int setup(LuaState lua) {
        int port = port(lua);
        int rate = Arguments.integer(lua, 2);
        int dataBits = Arguments.integer(lua, 3);
        int parity = Arguments.integer(lua, 4);
        int stopBits = Arguments.integer(lua, 5);
        if (lua.isNumber(6)) {
            Board.of(lua).cycle().uart().input().echo(lua.toInteger(6) != 0);
        }
        state(lua).settings[port] = new int[] {
            RATES.contains(rate) ? rate : FALLBACK_RATE,
            setting(dataBits, 5, 8, 8),
            setting(parity, 0, 2, 0),
            setting(stopBits, 1, STOP_BITS_1_5, 1)
        };
        lua.push(rate);
        return 1;
    }

    /** What the line makes of a setting: out of its range, something else. */
    private static int setting(int wanted, int least, int most, int otherwise) {
        return wanted >= least && wanted <= most ? wanted : otherwise;
    }

    private static int getConfig(LuaState lua) {
        int[] settings = state(lua).settings[port(lua)];
        for (int setting : settings) {
            lua.push(setting);
        }
        return settings.length;
    }

    private static int write(LuaState lua) {
        int port = port(lua);
        for (int argument = 2; argument <= lua.argCount(); argument++) {
            byte[] bytes;
            if (lua.refAt(argument) == Value.NUMBER) {
                int b = lua.toInteger(argument);
                if (b < 0 || b > 255) {
                    throw lua.error("invalid number");
                }
                bytes = new byte[] {(byte) b};
            } else {
                Arguments.type(lua, argument, Value.STRING);
                LuaString text = lua.toLuaString(argument);
                bytes = Arrays.copyOf(text.bytes(), text.length());
            }
            if (port == 0) {
                Board.of(lua).cycle().uart().send(bytes);
            }
        }
        return 0;
    }

    private static int on(LuaState lua) {
        Arguments.check(lua, "data".equals(lua.toJavaString(1)), 1, "method not supported");
        int next = 2;
        int wanted = -1;
        int endByte = 0;
        if (lua.refAt(next) == Value.NUMBER) {
            wanted = Arguments.integer(lua, next);
            Arguments.check(lua, wanted >= 0 && wanted < MAX_INPUT, next, "wrong arg range");
            next++;
        } else if (lua.isString(next)) {
            LuaString end = lua.toLuaString(next);
            if (end.length() != 1) {
                throw lua.error("wrong arg range");
            }
            endByte = end.byteAt(0) & 0xff;
            next++;
        }
        PowerCycle cycle = Board.of(lua).cycle();
        State state = cycle.part(State.class);
        LineInput input = cycle.uart().input();
        lua.release(state.function);
        state.function = References.NONE;
        if (!lua.isFunction(next)) {
            input.stopListening();
            return 0;
        }
        boolean runLines = !(lua.isNumber(next + 1) && lua.toInteger(next + 1) == 0);
        lua.pushCopy(next);
        state.function = lua.reference();
        input.listen(bytes -> received(cycle, state, bytes), wanted, endByte, runLines);
        return 0;
    }

    private static void received(PowerCycle cycle, State state, byte[] bytes) {
        LuaState lua = cycle.lua();
        lua.pushReference(state.function);
        lua.push(bytes, 0, bytes.length);
        cycle.call(1, 0);
    }

    private static int alt(LuaState lua) {
        Arguments.integer(lua, 1);
        return 0;
    }

    private static int fifoDepth(LuaState lua) {
        int port = Arguments.integer(lua, 1, 0);
        Arguments.check(lua, port == 0 || port == 1, 1, "Bad UART id; must be 0 or 1");
        int direction = Arguments.integer(lua, 2, 0);
        Arguments.check(lua, direction == 0 || direction == 1, 2, "Bad direction; must be DIR_RX or DIR_TX");
        lua.push(0);
        return 1;
    }
}
