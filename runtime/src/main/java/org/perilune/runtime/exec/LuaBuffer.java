package org.perilune.runtime.exec;

import java.util.Arrays;
import org.perilune.runtime.value.LuaString;

/**
 * Builds a string piece by piece as the firmware's buffer does: 256 bytes on the native stack, flushed to strings on the
 * Lua stack that are joined as they become many. While it is used the Lua stack's top belongs to it.
 */
public final class LuaBuffer {
    private static final int SIZE = 256;
    /** Bytes the host takes at first: most strings are short, and the 256 cost the board nothing but native stack. */
    private static final int FIRST_SIZE = 32;
    /** Strings on the stack at which they are joined in any case. */
    private static final int MAX_STRINGS = LuaState.MIN_STACK / 2;

    private final LuaState lua;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int used;
    /** Strings on the stack. */
    private int strings;

    public LuaBuffer(LuaState lua) {
        this.lua = lua;
    }

    /** Adds one byte. */
    public void add(int b) {
        if (used == bytes.length) {
            makeRoom(1);
        }
        bytes[used++] = (byte) b;
    }

    /** Adds bytes, as so many single ones. */
    public void add(byte[] text, int from, int length) {
        int at = from;
        int left = length;
        while (left > 0) {
            if (left > bytes.length - used) {
                makeRoom(left);
            }
            int count = Math.min(left, bytes.length - used);
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
            if (value.length() > bytes.length - used) {
                makeRoom(value.length());
            }
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

    /** Makes room for at least one more byte, for {@code wanted} if they fit without a flush. */
    private void makeRoom(int wanted) {
        if (used == SIZE) {
            flush();
        } else if (bytes.length < SIZE) {
            bytes = Arrays.copyOf(bytes, Math.min(SIZE, Math.max(2 * bytes.length, used + wanted)));
        }
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
