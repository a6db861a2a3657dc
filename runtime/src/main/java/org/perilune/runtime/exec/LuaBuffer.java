package org.perilune.runtime.exec;

import org.perilune.runtime.value.LuaString;

/**
 * Builds a string piece by piece as the firmware's buffer does: 256 bytes on the native stack, flushed to strings on the
 * Lua stack that are joined as they become many. While it is used the Lua stack's top belongs to it.
 */
public final class LuaBuffer {
    private static final int SIZE = 256;
    /** Strings on the stack at which they are joined in any case. */
    private static final int MAX_STRINGS = LuaState.MIN_STACK / 2;

    private final LuaState lua;
    private final byte[] bytes = new byte[SIZE];
    private int used;
    /** Strings on the stack. */
    private int strings;

    public LuaBuffer(LuaState lua) {
        this.lua = lua;
    }

    /** Adds one byte. */
    public void add(int b) {
        if (used == SIZE) {
            flush();
        }
        bytes[used++] = (byte) b;
    }

    /** Adds bytes, as so many single ones. */
    public void add(byte[] text, int from, int length) {
        int at = from;
        int left = length;
        while (left > 0) {
            if (used == SIZE) {
                flush();
            }
            int count = Math.min(left, SIZE - used);
            System.arraycopy(text, at, bytes, used, count);
            used += count;
            at += count;
            left -= count;
        }
    }

    /** Adds a text, each character one byte. */
    public void add(String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            add(latin1.charAt(i));
        }
    }

    /** Pops the string or number on the top and adds it. */
    public void addValue() {
        LuaString value = lua.toLuaString(-1);
        if (value.length() <= SIZE - used) {
            System.arraycopy(value.bytes(), 0, bytes, used, value.length());
            used += value.length();
            lua.pop(1);
        } else {
            if (pushUsed()) {
                lua.insert(-2);
            }
            strings++;
            joinSome();
        }
    }

    /** Ends the building: pushes the whole string in place of all pieces. */
    public void pushResult() {
        pushUsed();
        lua.concat(strings);
        strings = 1;
    }

    private void flush() {
        if (pushUsed()) {
            joinSome();
        }
    }

    private boolean pushUsed() {
        if (used == 0) {
            return false;
        }
        lua.push(bytes, 0, used);
        used = 0;
        strings++;
        return true;
    }

    private void joinSome() {
        if (strings <= 1) {
            return;
        }
        int join = 1;
        int length = lua.length(-1);
        do {
            int below = lua.length(-(join + 1));
            if (strings - join + 1 < MAX_STRINGS && length <= below) {
                break;
            }
            length += below;
            join++;
        } while (join < strings);
        lua.concat(join);
        strings -= join - 1;
    }
}
