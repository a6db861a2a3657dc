package org.perilune.runtime.value;

/**
 * Builds messages as the firmware does, on the Lua stack out of interned parts, because the parts cost heap for as long
 * as the message is being built.
 */
public final class Messages {
    private Messages() {}

    /**
     * Pushes a text made of a pattern in which each {@code %s} (a string, up to the first zero byte in it), {@code %d} (a
     * number) and {@code %%} is replaced. Each character is one byte.
     *
     * @return the string that now lies on the stack's top
     */
    public static LuaString push(LuaThread thread, String pattern, Object... arguments) {
        int parts = 1;
        int argument = 0;
        int from = 0;
        pushText(thread, "");
        for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
            pushText(thread, pattern.substring(from, at));
            char kind = pattern.charAt(at + 1);
            if (kind == '%') {
                pushText(thread, "%");
            } else if (kind == 'd') {
                pushNumber(thread, ((Number) arguments[argument++]).doubleValue());
            } else {
                pushText(thread, untilZero(String.valueOf(arguments[argument++])));
            }
            parts += 2;
            from = at + 2;
        }
        pushText(thread, pattern.substring(from));
        joinTop(thread, parts + 1);
        return (LuaString) thread.ref[thread.top - 1];
    }

    private static String untilZero(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static void pushText(LuaThread thread, String text) {
        LuaString string = thread.vm().strings().intern(text);
        thread.ref[thread.top] = string;
        thread.ensureStack(1);
        thread.top++;
    }

    private static void pushNumber(LuaThread thread, double number) {
        thread.ref[thread.top] = Value.NUMBER;
        thread.num[thread.top] = number;
        thread.ensureStack(1);
        thread.top++;
    }

    /** Joins the topmost parts as the operator {@code ..} would, from the right. */
    private static void joinTop(LuaThread thread, int count) {
        int left = count;
        int end = thread.top;
        while (left > 1) {
            int taken = 2;
            thread.fixStack(true);
            Concatenation.stringify(thread, end - 1);
            Concatenation.stringify(thread, end - 2);
            int lastLength = ((LuaString) thread.ref[end - 1]).length();
            if (lastLength > 0) {
                int length = lastLength;
                for (taken = 1; taken < left; taken++) {
                    Concatenation.stringify(thread, end - taken - 1);
                    length += ((LuaString) thread.ref[end - taken - 1]).length();
                }
                Concatenation.join(thread, end, taken, length);
            }
            thread.fixStack(false);
            left -= taken - 1;
            end -= taken - 1;
        }
        thread.top = end;
    }
}
