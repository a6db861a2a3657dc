package org.perilune.runtime.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/**
 * All strings of one machine, each text once: those in RAM, and behind them those in flash. The hash vector of the former
 * doubles when crowded and halves after a sweep.
 */
public final class StringTable {
    static final int MIN_SLOTS = 32;
    /** As a power of two, how many bytes can be copied for a unit of work. */
    private static final int CHEAP = 6;

    private final Heap heap;
    private final Collector collector;
    private final FlashStrings flash;
    private LuaString[] slots = new LuaString[0];
    private int vectorAddress;
    private int used;
    private boolean resizing;

    StringTable(Heap heap, Collector collector, FlashStrings flash) {
        this.heap = heap;
        this.collector = collector;
        this.flash = flash;
    }

    /** Number of strings in RAM, dead ones not yet swept included. */
    public int count() {
        return used;
    }

    /** Slots of the hash vector. */
    public int slots() {
        return slots.length;
    }

    /** The string with this text, each character one byte. */
    public LuaString intern(String latin1) {
        byte[] text = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return intern(text, 0, text.length);
    }

    /** The string with this text. */
    public LuaString intern(byte[] text) {
        return intern(text, 0, text.length);
    }

    /** The string with the {@code length} bytes at {@code from}; a dead one not yet swept lives again. */
    public LuaString intern(byte[] text, int from, int length) {
        int hash = LuaString.hash(text, from, length);
        for (GcObject s = slots[hash & (slots.length - 1)]; s != null; s = s.next) {
            LuaString string = (LuaString) s;
            if (string.hash == hash && string.holds(text, from, length)) {
                collector.revive(string);
                return string;
            }
        }
        LuaString inFlash = flash.find(hash, text, from, length);
        if (inFlash != null) {
            return inFlash;
        }
        if (used + 1 > slots.length && slots.length <= Integer.MAX_VALUE / 2) {
            resize(slots.length * 2);
        }
        LuaString string = new LuaString(Arrays.copyOfRange(text, from, from + length), hash);
        string.address = heap.realloc(Account.OBJECTS, 0, 0, LuaString.blockSize(heap, length));
        string.marked = collector.currentWhite();
        int slot = hash & (slots.length - 1);
        string.next = slots[slot];
        slots[slot] = string;
        used++;
        collector.vm().workUnasked(length >> CHEAP);
        return string;
    }

    /** Gives the vector another size, a power of two, unless the collector is sweeping it or a resize is under way. */
    void resize(int newSize) {
        if (collector.advanceStringSweep() || newSize == slots.length || resizing) {
            return;
        }
        resizing = true; // stays set when there is no room, as in the firmware: the vector then never changes again
        int oldBytes = slots.length * heap.profile().pointer();
        int newBytes = newSize * heap.profile().pointer();
        boolean grows = newSize > slots.length;
        if (grows) {
            vectorAddress = heap.realloc(Account.STRING_TABLE, vectorAddress, oldBytes, newBytes);
        }
        LuaString[] fresh = new LuaString[newSize];
        for (LuaString head : slots) {
            for (GcObject s = head; s != null; ) {
                GcObject next = s.next;
                int slot = ((LuaString) s).hash & (newSize - 1);
                s.next = fresh[slot];
                fresh[slot] = (LuaString) s;
                s = next;
            }
        }
        if (!grows) {
            vectorAddress = heap.realloc(Account.STRING_TABLE, vectorAddress, oldBytes, newBytes);
        }
        slots = fresh;
        resizing = false;
    }

    /** Halves the vector when it is mostly empty. */
    void shrinkIfSparse() {
        if (used < slots.length / 4 && slots.length > MIN_SLOTS * 2) {
            resize(slots.length / 2);
        }
    }

    /** Gives back the strings of some slots that have the colour {@code dead}, and gives all others a new one. */
    void sweep(int from, int to, int dead, int white) {
        LuaString[] table = slots;
        for (int slot = from; slot < to; slot++) {
            LuaString last = null;
            for (GcObject string = table[slot]; string != null; string = string.next) {
                int marked = string.marked;
                if ((marked & dead) == 0 || (marked & GcObject.FIXED) != 0) {
                    string.marked = (marked & ~(GcObject.WHITES | GcObject.BLACK)) | white;
                    last = (LuaString) string;
                    continue;
                }
                if (last == null) {
                    table[slot] = (LuaString) string.next;
                } else {
                    last.next = string.next;
                }
                used--;
                string.release(heap);
            }
        }
    }

    /** The strings in flash. */
    public FlashStrings flash() {
        return flash;
    }

    /** Calls back for every string in RAM, slot by slot. */
    public void forEach(java.util.function.Consumer<LuaString> reader) {
        for (LuaString head : slots) {
            for (GcObject s = head; s != null; s = s.next) {
                reader.accept((LuaString) s);
            }
        }
    }
}
