package org.perilune.runtime.heap;

/** The device's heap under Lua: who gets which block, and how many device bytes it takes. */
public interface AllocationModel {
    /** Bytes in front of every block: next, size, file, line. */
    int HEADER = 16;

    /** Device bytes that a request for {@code size} bytes takes, header and rounding included. */
    static int price(int size) {
        return (size + HEADER + 7) & ~7;
    }

    /**
     * Takes a block.
     *
     * @param size requested bytes, at least 1
     * @return the block's address, or 0 when there is no room
     */
    int allocate(int size);

    /** Gives back the block at {@code address}, which was requested with {@code size} bytes. */
    void free(int address, int size);

    /** Device bytes in use. */
    long used();

    /** Device bytes not in use: what {@code node.heap()} says. */
    long free();

    /** Device bytes of the largest block that could be had now, header included. */
    long largestFree();
}
