package org.perilune.runtime.value;

/**
 * How a Lua value lies in memory here: a reference and a double, in parallel arrays. Nil is {@code null}, booleans are
 * the two {@link Boolean} constants, a number is {@link #NUMBER} with its value in the double beside it, everything else
 * is the object itself.
 */
public final class Value {
    /** Stands in the reference's place where the value is the number beside it. */
    public static final Object NUMBER = new NumberTag();

    private Value() {}

    private static final class NumberTag {
        @Override
        public String toString() {
            return "number";
        }
    }

    /** Whether a condition takes the value for false: nil and false do. */
    public static boolean isFalse(Object ref) {
        return ref == null || ref == Boolean.FALSE;
    }

    /** Lua's name of the value's type. */
    public static String typeName(Object ref) {
        return TYPE_NAMES[type(ref)];
    }

    /** Lua's name of a basic type. */
    public static String typeName(int type) {
        return TYPE_NAMES[type];
    }

    public static final int NIL = 0;
    public static final int BOOLEAN = 1;
    public static final int LIGHT_USERDATA = 2;
    public static final int NUMBER_TYPE = 3;
    public static final int STRING = 4;
    public static final int TABLE = 5;
    public static final int FUNCTION = 6;
    public static final int USERDATA = 7;
    public static final int THREAD = 8;
    /** Number of types that may share a metatable. */
    static final int TYPES = 9;

    private static final String[] TYPE_NAMES = {
        "nil", "boolean", "userdata", "number", "string", "table", "function", "userdata", "thread"
    };

    /** The basic type of a value; read-only tables are tables, native functions functions. */
    public static int type(Object ref) {
        if (ref == null) {
            return NIL;
        } else if (ref == NUMBER) {
            return NUMBER_TYPE;
        } else if (ref instanceof LuaString) {
            return STRING;
        } else if (ref instanceof LuaTable || ref instanceof RoTable) {
            return TABLE;
        } else if (isFunction(ref)) {
            return FUNCTION;
        } else if (ref instanceof Boolean) {
            return BOOLEAN;
        } else if (ref instanceof Userdata) {
            return USERDATA;
        } else if (ref instanceof LuaThread) {
            return THREAD;
        } else if (ref instanceof LightUserdata) {
            return LIGHT_USERDATA;
        }
        throw new IllegalArgumentException("no Lua value: " + ref.getClass());
    }

    /** Whether the value can be called without a metamethod. */
    public static boolean isFunction(Object ref) {
        return ref instanceof LuaClosure || ref instanceof LightFunction || ref instanceof NativeClosure;
    }

    /** Equality without metamethods. */
    public static boolean rawEquals(Object ref1, double num1, Object ref2, double num2) {
        if (ref1 == NUMBER) {
            return ref2 == NUMBER && num1 == num2;
        }
        return ref1 == ref2 || (ref1 instanceof LightUserdata && ref1.equals(ref2));
    }
}
