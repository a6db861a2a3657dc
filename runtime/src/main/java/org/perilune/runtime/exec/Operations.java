package org.perilune.runtime.exec;

import java.util.Arrays;
import org.perilune.runtime.value.Concatenation;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Metamethod;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.RoTable;
import org.perilune.runtime.value.Userdata;
import org.perilune.runtime.value.Value;

/** The operators in full, with coercions, metamethods and errors; the interpreter handles the common cases itself. */
final class Operations {
    /** Metamethods followed before a chain counts as endless. */
    private static final int MAX_CHAIN = 100;

    private Operations() {}

    // ---- numbers

    /** A value as a number, strings converted; {@link NumberText#isFailure} tells when it is none. */
    static double toNumber(Object ref, double num) {
        if (ref == Value.NUMBER) {
            return num;
        }
        return ref instanceof LuaString text ? NumberText.parse(text.bytes()) : NumberText.NOT_A_NUMBER_TEXT;
    }

    /** Does {@code slot to = operand1 op operand2} where at least one operand is no number. */
    static void arithmetic(
            LuaState lua,
            Metamethod op,
            int slot1,
            Object ref1,
            double num1,
            int slot2,
            Object ref2,
            double num2,
            int to) {
        double a = toNumber(ref1, num1);
        double b = NumberText.isFailure(a) ? a : toNumber(ref2, num2);
        if (!NumberText.isFailure(a) && !NumberText.isFailure(b)) {
            lua.ref[to] = Value.NUMBER;
            lua.num[to] = compute(op, a, b);
        } else if (!callBinary(lua, op, ref1, num1, ref2, num2, to)) {
            throw Errors.arithmetic(lua, slot1, ref1, num1, slot2, ref2);
        }
    }

    private static double compute(Metamethod op, double a, double b) {
        return switch (op) {
            case ADD -> sign(a, b, a + b);
            case SUB -> sign(a, b, a - b);
            case MUL -> sign(a, b, a * b);
            case DIV -> sign(a, b, a / b);
            case MOD -> modulo(a, b);
            case POW -> power(a, b);
            case UNM -> -a;
            default -> throw new IllegalArgumentException(op.name());
        };
    }

    /** Lua's {@code %}: the result has the divisor's sign. */
    static double modulo(double a, double b) {
        double quotient = Math.floor(a / b);
        double product = sign(quotient, b, quotient * b);
        return sign(a, product, a - product);
    }

    static double power(double a, double b) {
        if (b == 2) {
            return sign(a, a, a * a);
        }
        if (a == 1 || (a == -1 && Double.isInfinite(b))) {
            return 1; // C99, other than Java
        }
        return sign(a, b, Math.pow(a, b));
    }

    /** Gives a NaN result the sign that the hardware gives it: an operand's own, or minus for a fresh one. */
    static double sign(double a, double b, double result) {
        if (!Double.isNaN(result)) {
            return result;
        }
        if (Double.isNaN(a)) {
            return a;
        }
        return Double.isNaN(b) ? b : Double.longBitsToDouble(0xfff8_0000_0000_0000L);
    }

    // ---- metamethod calls

    private static void pushCall(LuaState lua, Object handler, Object ref1, double num1, Object ref2, double num2) {
        int top = lua.top;
        lua.ref[top] = handler;
        lua.ref[top + 1] = ref1;
        lua.num[top + 1] = num1;
        lua.ref[top + 2] = ref2;
        lua.num[top + 2] = num2;
    }

    private static void callForResult(
            LuaState lua, Object handler, Object ref1, double num1, Object ref2, double num2, int to) {
        pushCall(lua, handler, ref1, num1, ref2, num2);
        lua.ensureStack(3);
        lua.top += 3;
        Calls.call(lua, lua.top - 3, 1);
        lua.top--;
        lua.ref[to] = lua.ref[lua.top];
        lua.num[to] = lua.num[lua.top];
    }

    private static boolean callBinary(
            LuaState lua, Metamethod event, Object ref1, double num1, Object ref2, double num2, int to) {
        Object handler = lua.vm().metamethodOf(ref1, event);
        if (handler == null) {
            handler = lua.vm().metamethodOf(ref2, event);
        }
        if (handler == null) {
            return false;
        }
        callForResult(lua, handler, ref1, num1, ref2, num2, to);
        return true;
    }

    private static boolean callCondition(
            LuaState lua, Object handler, Object ref1, double num1, Object ref2, double num2) {
        int to = lua.top;
        callForResult(lua, handler, ref1, num1, ref2, num2, to);
        return !Value.isFalse(lua.ref[to]);
    }

    // ---- indexing

    /**
     * Does {@code slot to = container[key]}.
     *
     * @param slot where the container lies on the stack, -1 when it does not
     */
    static void index(LuaState lua, int slot, Object container, Object keyRef, double keyNum, int to) {
        LuaVm vm = lua.vm();
        Object at = container;
        for (int chain = 0; chain < MAX_CHAIN; chain++) {
            Object handler;
            if (at instanceof LuaTable table) {
                int found = table.find(keyRef, keyNum);
                Object value = table.ref(found);
                if (value != null) {
                    lua.num[to] = table.num(found);
                    lua.ref[to] = value;
                    return;
                }
                handler = vm.metamethod(table.metatable(), Metamethod.INDEX);
            } else if (at instanceof RoTable table) {
                int found = keyRef instanceof LuaString name ? table.find(name) : -1;
                if (found >= 0) {
                    lua.ref[to] = table.ref(found);
                    lua.num[to] = table.num(found);
                    return;
                }
                handler = vm.metamethod(table.metatable(), Metamethod.INDEX);
            } else {
                handler = vm.metamethodOf(at, Metamethod.INDEX);
                if (handler == null) {
                    throw Errors.type(lua, chain == 0 ? slot : -1, at, "index");
                }
            }
            if (handler == null) {
                lua.ref[to] = null;
                return;
            }
            if (Value.isFunction(handler)) {
                callForResult(lua, handler, at, at == container && slot >= 0 ? lua.num[slot] : 0, keyRef, keyNum, to);
                return;
            }
            at = handler;
        }
        throw Errors.run(lua, "loop in gettable");
    }

    /**
     * Does {@code container[key] = value}.
     *
     * @param slot where the container lies on the stack, -1 when it does not
     */
    static void setIndex(
            LuaState lua, int slot, Object container, Object keyRef, double keyNum, Object valueRef, double valueNum) {
        LuaVm vm = lua.vm();
        // One slot and a fixed stack for as long as the container must not be lost or moved.
        lua.ref[lua.top] = null;
        lua.top++;
        lua.fixStack(true);
        Object at = container;
        for (int chain = 0; chain < MAX_CHAIN; chain++) {
            Object handler;
            if (at instanceof LuaTable table) {
                int found = findOrInsert(lua, table, keyRef, keyNum);
                handler = table.ref(found) != null ? null : vm.metamethod(table.metatable(), Metamethod.NEWINDEX);
                if (handler == null) {
                    lua.top--;
                    lua.fixStack(false);
                    table.set(vm, found, valueRef, valueNum);
                    return;
                }
            } else if (at instanceof RoTable) {
                throw Errors.run(lua, "table is readonly");
            } else {
                handler = vm.metamethodOf(at, Metamethod.NEWINDEX);
                if (handler == null) {
                    throw Errors.type(lua, chain == 0 ? slot : -1, at, "index");
                }
            }
            if (Value.isFunction(handler)) {
                lua.top--;
                lua.fixStack(false);
                pushCall(lua, handler, at, at == container && slot >= 0 ? lua.num[slot] : 0, keyRef, keyNum);
                lua.ref[lua.top + 3] = valueRef;
                lua.num[lua.top + 3] = valueNum;
                lua.ensureStack(4);
                lua.top += 4;
                Calls.call(lua, lua.top - 4, 0);
                return;
            }
            at = handler;
            lua.ref[lua.top - 1] = at;
        }
        throw Errors.run(lua, "loop in settable");
    }

    private static int findOrInsert(LuaState lua, LuaTable table, Object keyRef, double keyNum) {
        int found = table.find(keyRef, keyNum);
        if (found != LuaTable.NONE) {
            return found;
        }
        checkKey(lua, keyRef, keyNum);
        return table.insert(lua.vm(), keyRef, keyNum);
    }

    static void checkKey(LuaState lua, Object keyRef, double keyNum) {
        if (keyRef == null) {
            throw Errors.run(lua, "table index is nil");
        } else if (keyRef == Value.NUMBER && Double.isNaN(keyNum)) {
            throw Errors.run(lua, "table index is NaN");
        }
    }

    // ---- comparing

    static boolean equal(LuaState lua, Object ref1, double num1, Object ref2, double num2) {
        if (Value.rawEquals(ref1, num1, ref2, num2)) {
            return true;
        }
        boolean tables = ref1 instanceof LuaTable && ref2 instanceof LuaTable;
        if (!tables && !(ref1 instanceof Userdata && ref2 instanceof Userdata)) {
            return false;
        }
        Object handler = commonHandler(lua.vm(), ref1, ref2);
        return handler != null && callCondition(lua, handler, ref1, num1, ref2, num2);
    }

    private static Object commonHandler(LuaVm vm, Object ref1, Object ref2) {
        Object metatable1 = vm.metatableOf(ref1);
        Object metatable2 = vm.metatableOf(ref2);
        Object handler1 = vm.metamethod(metatable1, Metamethod.EQ);
        if (handler1 == null || metatable1 == metatable2) {
            return handler1;
        }
        return handler1 == vm.metamethod(metatable2, Metamethod.EQ) ? handler1 : null;
    }

    static boolean lessThan(LuaState lua, Object ref1, double num1, Object ref2, double num2) {
        if (ref1 == Value.NUMBER && ref2 == Value.NUMBER) {
            return num1 < num2;
        }
        if (ref1 instanceof LuaString text1 && ref2 instanceof LuaString text2) {
            return compare(text1, text2) < 0;
        }
        if (Value.type(ref1) == Value.type(ref2)) {
            Object handler = orderHandler(lua.vm(), Metamethod.LT, ref1, ref2);
            if (handler != null) {
                return callCondition(lua, handler, ref1, num1, ref2, num2);
            }
        }
        throw Errors.order(lua, ref1, ref2);
    }

    static boolean lessEqual(LuaState lua, Object ref1, double num1, Object ref2, double num2) {
        if (ref1 == Value.NUMBER && ref2 == Value.NUMBER) {
            return num1 <= num2;
        }
        if (ref1 instanceof LuaString text1 && ref2 instanceof LuaString text2) {
            return compare(text1, text2) <= 0;
        }
        if (Value.type(ref1) == Value.type(ref2)) {
            Object handler = orderHandler(lua.vm(), Metamethod.LE, ref1, ref2);
            if (handler != null) {
                return callCondition(lua, handler, ref1, num1, ref2, num2);
            }
            handler = orderHandler(lua.vm(), Metamethod.LT, ref2, ref1);
            if (handler != null) {
                return !callCondition(lua, handler, ref2, num2, ref1, num1);
            }
        }
        throw Errors.order(lua, ref1, ref2);
    }

    private static Object orderHandler(LuaVm vm, Metamethod event, Object ref1, Object ref2) {
        Object handler = vm.metamethodOf(ref1, event);
        return handler != null && handler == vm.metamethodOf(ref2, event) ? handler : null;
    }

    private static int compare(LuaString text1, LuaString text2) {
        return Arrays.compareUnsigned(text1.bytes(), text2.bytes());
    }

    // ---- length and concatenation

    static void length(LuaState lua, int slot, int to) {
        Object ref = lua.ref[slot];
        if (ref instanceof LuaTable table) {
            lua.num[to] = table.length();
            lua.ref[to] = Value.NUMBER;
        } else if (ref instanceof RoTable) {
            lua.num[to] = 0;
            lua.ref[to] = Value.NUMBER;
        } else if (ref instanceof LuaString string) {
            lua.num[to] = string.length();
            lua.ref[to] = Value.NUMBER;
        } else if (!callBinary(lua, Metamethod.LEN, ref, lua.num[slot], null, 0, to)) {
            throw Errors.type(lua, slot, ref, "get length of");
        }
    }

    /** Joins {@code total} values that end in register {@code last} into the first of their registers. */
    static void concat(LuaState lua, int total, int last) {
        int left = total;
        int end = lua.base + last + 1;
        while (left > 1) {
            lua.fixStack(true);
            int taken = 2;
            boolean joinable = lua.ref[end - 2] instanceof LuaString || lua.ref[end - 2] == Value.NUMBER;
            if (!joinable || !Concatenation.stringify(lua, end - 1)) {
                lua.fixStack(false);
                concatByHandler(lua, end);
            } else if (((LuaString) lua.ref[end - 1]).length() == 0) {
                Concatenation.stringify(lua, end - 2);
            } else {
                taken = joinStrings(lua, end, left);
            }
            left -= taken - 1;
            end -= taken - 1;
            lua.fixStack(false);
        }
    }

    private static void concatByHandler(LuaState lua, int end) {
        Object ref1 = lua.ref[end - 2];
        Object ref2 = lua.ref[end - 1];
        if (!callBinary(lua, Metamethod.CONCAT, ref1, lua.num[end - 2], ref2, lua.num[end - 1], end - 2)) {
            boolean firstIsFine = ref1 instanceof LuaString || ref1 == Value.NUMBER;
            throw Errors.type(lua, firstIsFine ? end - 1 : end - 2, firstIsFine ? ref2 : ref1, "concatenate");
        }
    }

    /** Joins as many strings and numbers as there are below {@code end}, up to {@code most}; returns how many. */
    private static int joinStrings(LuaState lua, int end, int most) {
        int length = ((LuaString) lua.ref[end - 1]).length();
        int taken = 1;
        // The firmware's cap is the collector's memory limit, an unsigned difference that wraps: a last operand longer
        // than the cap passes. With no limit set the cap is 0 and never reached.
        int cap = (int) lua.vm().heap().limit();
        for (; taken < most && Concatenation.stringify(lua, end - taken - 1); taken++) {
            int partLength = ((LuaString) lua.ref[end - taken - 1]).length();
            if (Integer.compareUnsigned(partLength, cap - length) >= 0) {
                throw Errors.run(lua, "string length overflow");
            }
            length += partLength;
        }
        Concatenation.join(lua, end, taken, length);
        return taken;
    }
}
