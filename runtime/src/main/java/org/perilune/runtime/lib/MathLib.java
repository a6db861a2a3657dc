package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.RoTable;

/** The library {@code math}, which is small on the device. */
final class MathLib {
    static final RoTable TABLE = Library.named("math")
            .function("abs", MathLib::absolute)
            .function("ceil", MathLib::ceiling)
            .function("floor", MathLib::floor)
            .function("max", MathLib::largest)
            .function("min", MathLib::smallest)
            .function("pow", MathLib::power)
            .function("random", MathLib::random)
            .function("randomseed", MathLib::seed)
            .function("sqrt", MathLib::squareRoot)
            .number("pi", Math.PI)
            .number("huge", Double.POSITIVE_INFINITY)
            .build();

    /** What the hardware makes of an operation without a result; it prints as "-nan". */
    private static final double FRESH_NAN = Double.longBitsToDouble(0xfff8_0000_0000_0000L);

    private MathLib() {}

    private static int give(LuaState lua, double result) {
        lua.push(result);
        return 1;
    }

    private static int absolute(LuaState lua) {
        return give(lua, Math.abs(Arguments.number(lua, 1)));
    }

    private static int ceiling(LuaState lua) {
        return give(lua, Math.ceil(Arguments.number(lua, 1)));
    }

    private static int floor(LuaState lua) {
        return give(lua, Math.floor(Arguments.number(lua, 1)));
    }

    private static int squareRoot(LuaState lua) {
        double number = Arguments.number(lua, 1);
        return give(lua, number < 0 ? FRESH_NAN : Math.sqrt(number));
    }

    private static int power(LuaState lua) {
        double base = Arguments.number(lua, 1);
        double exponent = Arguments.number(lua, 2);
        if (base == 1 || (base == -1 && Double.isInfinite(exponent))) {
            return give(lua, 1); // as C99 wants it, other than Java
        }
        double result = Math.pow(base, exponent);
        if (Double.isNaN(result)) {
            double operand = Double.isNaN(base) ? base : exponent;
            result = Double.isNaN(operand) ? operand : FRESH_NAN;
        }
        return give(lua, result);
    }

    private static int largest(LuaState lua) {
        double best = Arguments.number(lua, 1);
        for (int argument = 2; argument <= lua.argCount(); argument++) {
            double other = Arguments.number(lua, argument);
            best = other > best ? other : best;
        }
        return give(lua, best);
    }

    private static int smallest(LuaState lua) {
        double best = Arguments.number(lua, 1);
        for (int argument = 2; argument <= lua.argCount(); argument++) {
            double other = Arguments.number(lua, argument);
            best = other < best ? other : best;
        }
        return give(lua, best);
    }

    private static int random(LuaState lua) {
        double share = (double) (LibraryHost.of(lua).random().next() % RandomSource.MAX) / RandomSource.MAX;
        switch (lua.argCount()) {
            case 0 -> {
                return give(lua, share);
            }
            case 1 -> {
                int last = Arguments.integer(lua, 1);
                Arguments.check(lua, last >= 1, 1, "interval is empty");
                return give(lua, Math.floor(share * last) + 1);
            }
            case 2 -> {
                int first = Arguments.integer(lua, 1);
                int last = Arguments.integer(lua, 2);
                Arguments.check(lua, first <= last, 2, "interval is empty");
                return give(lua, Math.floor(share * (last - first + 1)) + first);
            }
            default -> throw lua.error("wrong number of arguments");
        }
    }

    private static int seed(LuaState lua) {
        LibraryHost.of(lua).random().seed(Arguments.integer(lua, 1));
        return 0;
    }
}
