package org.perilune.runtime.exec;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.Value;

/** Checks a native function's arguments; what does not fit raises "bad argument #n to 'f' (...)". */
public final class Arguments {
    private Arguments() {}

    /** Raises an error about an argument, naming the running function as its caller does. */
    public static LuaError error(LuaState lua, int argument, String complaint) {
        VariableNames.Name name = VariableNames.ofFunction(lua, lua.depth);
        int position = argument;
        if (name != null && name.kind().equals("method")) {
            position--;
            if (position == 0) {
                throw lua.error("calling '%s' on bad self (%s)", name.text(), complaint);
            }
        }
        throw lua.error("bad argument #%d to '%s' (%s)", position, name == null ? "?" : name.text(), complaint);
    }

    /** Raises that an argument is not of the type named. */
    public static LuaError typeError(LuaState lua, int argument, String expected) {
        String complaint = lua.pushMessage("%s expected, got %s", expected, lua.typeName(argument))
                .toString();
        throw error(lua, argument, complaint);
    }

    /** Raises {@code complaint} unless the condition holds. */
    public static void check(LuaState lua, boolean condition, int argument, String complaint) {
        if (!condition) {
            throw error(lua, argument, complaint);
        }
    }

    /** Checks that there is an argument at all, be it nil. */
    public static void any(LuaState lua, int argument) {
        if (lua.isNone(argument)) {
            throw error(lua, argument, "value expected");
        }
    }

    /** Checks an argument's basic type, one of {@link Value}'s. */
    public static void type(LuaState lua, int argument, int type) {
        if (lua.isNone(argument) || Value.type(lua.refAt(argument)) != type) {
            throw typeError(lua, argument, Value.typeName(type));
        }
    }

    /** A number, strings converted. */
    public static double number(LuaState lua, int argument) {
        if (!lua.isNone(argument)) {
            double number = Operations.toNumber(lua.refAt(argument), lua.numAt(argument));
            if (!NumberText.isFailure(number)) {
                return number;
            }
        }
        throw typeError(lua, argument, "number");
    }

    public static double number(LuaState lua, int argument, double byDefault) {
        return lua.isNoneOrNil(argument) ? byDefault : number(lua, argument);
    }

    /** A number cut to 32 bits as the firmware's conversion does: truncated, high bits dropped. */
    public static int integer(LuaState lua, int argument) {
        return (int) (long) number(lua, argument);
    }

    public static int integer(LuaState lua, int argument, int byDefault) {
        return lua.isNoneOrNil(argument) ? byDefault : integer(lua, argument);
    }

    /** A string; a number is converted in place. */
    public static LuaString string(LuaState lua, int argument) {
        LuaString string = lua.toLuaString(argument);
        if (string == null) {
            throw typeError(lua, argument, "string");
        }
        return string;
    }

    /** A string with each byte as one character. */
    public static String text(LuaState lua, int argument) {
        return string(lua, argument).toString();
    }

    public static String text(LuaState lua, int argument, String byDefault) {
        return lua.isNoneOrNil(argument) ? byDefault : text(lua, argument);
    }

    /** One of several words; its place among them. */
    public static int option(LuaState lua, int argument, String byDefault, String... options) {
        String word = byDefault == null ? text(lua, argument) : text(lua, argument, byDefault);
        for (int i = 0; i < options.length; i++) {
            if (options[i].equals(word)) {
                return i;
            }
        }
        throw error(lua, argument, lua.pushMessage("invalid option '%s'", word).toString());
    }
}
