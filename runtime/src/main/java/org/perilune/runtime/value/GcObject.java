package org.perilune.runtime.value;

import org.perilune.runtime.heap.Heap;

/** An object of the emulated heap: what the emulated collector marks, sweeps and gives back. */
public abstract class GcObject {
    static final int WHITE0 = 1;
    static final int WHITE1 = 2;
    static final int WHITES = WHITE0 | WHITE1;
    static final int BLACK = 4;
    /** Threads: the stack must keep its size. Userdata: has been finalised. Tables: has weak keys. */
    static final int BIT3 = 8;
    /** Tables: has weak values. */
    static final int WEAK_VALUES = 16;
    /** Never collected. */
    static final int FIXED = 32;
    /** Never collected, not even at the end: the main thread only. */
    static final int SUPER_FIXED = 64;
    /** Lies in flash, out of the collector's reach. */
    static final int IN_FLASH = 128;

    /** Next in the collector's list, or in a string table's bucket, or in a thread's list of open upvalues. */
    GcObject next;

    /** Next in one of the collector's lists of grey objects. */
    GcObject greyNext;

    /** Colour and flag bits. */
    int marked;

    /** Where the object's own block lies; 0 in flash. */
    int address;

    /** Address of the object's own block, for {@code tostring} and as a hash. */
    public final int address() {
        return address;
    }

    /** Whether it lies in flash: it costs no heap, never changes and never dies. */
    public final boolean isInFlash() {
        return (marked & IN_FLASH) != 0;
    }

    final boolean isWhite() {
        return (marked & WHITES) != 0;
    }

    final boolean isBlack() {
        return (marked & BLACK) != 0;
    }

    final boolean isGrey() {
        return (marked & (WHITES | BLACK)) == 0;
    }

    final void whiteToGrey() {
        marked &= ~WHITES;
    }

    final void greyToBlack() {
        marked |= BLACK;
    }

    final void blackToGrey() {
        marked &= ~BLACK;
    }

    /** Marks what the object refers to; returns the bytes traversed, which is the work a step is charged for. */
    abstract int traverse(Collector collector);

    /** Gives back the object's blocks. */
    abstract void release(Heap heap);

    /** Price of the object with all its parts in Lua bytes, for reports. */
    public abstract int size(Heap heap);
}
