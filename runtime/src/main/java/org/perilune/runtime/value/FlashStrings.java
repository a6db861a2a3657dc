package org.perilune.runtime.value;

import java.util.function.Consumer;

/**
 * The strings of an image in flash, found after those in RAM. They cost no heap and nobody collects them. Once filled
 * the set is only read, so all machines that run the image may share it.
 */
public final class FlashStrings {
    /** For a machine without an image. */
    public static final FlashStrings NONE = new FlashStrings(1);

    private final LuaString[] slots;
    private int count;

    /** @param slots slots of the hash vector, a power of two */
    public FlashStrings(int slots) {
        if (Integer.bitCount(slots) != 1) {
            throw new IllegalArgumentException("slots (" + slots + ") must be a power of two");
        }
        this.slots = new LuaString[slots];
    }

    /** Adds a text that is not in the set yet. */
    public LuaString add(byte[] text) {
        if (this == NONE) {
            throw new IllegalStateException("the empty set stays empty");
        }
        LuaString string = LuaString.inFlash(text);
        int slot = string.hash & (slots.length - 1);
        string.next = slots[slot];
        slots[slot] = string;
        count++;
        return string;
    }

    /** The string with this text, or null. */
    public LuaString find(byte[] text) {
        return find(LuaString.hash(text, 0, text.length), text, 0, text.length);
    }

    LuaString find(int hash, byte[] text, int from, int length) {
        for (GcObject s = slots[hash & (slots.length - 1)]; s != null; s = s.next) {
            LuaString string = (LuaString) s;
            if (string.hash == hash && string.holds(text, from, length)) {
                return string;
            }
        }
        return null;
    }

    /** Number of strings. */
    public int count() {
        return count;
    }

    /** Calls back for every string, slot by slot. */
    public void forEach(Consumer<LuaString> reader) {
        for (LuaString head : slots) {
            for (GcObject s = head; s != null; s = s.next) {
                reader.accept((LuaString) s);
            }
        }
    }
}
