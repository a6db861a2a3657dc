package org.perilune.runtime.value;

/** Joins strings that lie side by side on a stack, in the machine's concatenation buffer. */
public final class Concatenation {
    private Concatenation() {}

    /** Turns a number on the stack into a string; whether the slot holds a string now. */
    public static boolean stringify(LuaThread thread, int slot) {
        Object ref = thread.ref[slot];
        if (ref == Value.NUMBER) {
            // Interned before it is stored: taking the block may move the stack.
            LuaString text = thread.vm().strings().intern(NumberText.format(thread.num[slot]));
            thread.ref[slot] = text;
            return true;
        }
        return ref instanceof LuaString;
    }

    /**
     * Joins the {@code count} strings below slot {@code end} into the lowest of their slots.
     *
     * @param length their bytes in all
     */
    public static void join(LuaThread thread, int end, int count, int length) {
        ConcatBuffer buffer = thread.vm().concatBuffer();
        byte[] bytes = buffer.open(length);
        int at = 0;
        for (int slot = end - count; slot < end; slot++) {
            LuaString part = (LuaString) thread.ref[slot];
            System.arraycopy(part.bytes, 0, bytes, at, part.bytes.length);
            at += part.bytes.length;
        }
        LuaString joined = thread.vm().strings().intern(bytes, 0, length);
        thread.ref[end - count] = joined;
        buffer.release();
    }
}
