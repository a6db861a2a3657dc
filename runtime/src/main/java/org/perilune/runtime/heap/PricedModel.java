package org.perilune.runtime.heap;

/**
 * Counts blocks at their price without placing them: a request fails only when the sum of all prices would pass the
 * capacity. Addresses are unique numbers, for {@code tostring} and for pointer keys.
 */
public final class PricedModel implements AllocationModel {
    private static final int FIRST_ADDRESS = 0x3ffef000;
    private final long capacity;
    private long used;
    private int nextAddress = FIRST_ADDRESS;

    /** @param capacity device bytes in all */
    public PricedModel(long capacity) {
        this.capacity = capacity;
    }

    @Override
    public int allocate(int size) {
        int price = AllocationModel.price(size);
        if (price > capacity - used || size > Integer.MAX_VALUE - 2 * HEADER) {
            return 0;
        }
        used += price;
        int address = nextAddress;
        nextAddress += 16;
        if (nextAddress == 0) {
            nextAddress = 16;
        }
        return address;
    }

    @Override
    public void free(int address, int size) {
        used -= AllocationModel.price(size);
    }

    @Override
    public long used() {
        return used;
    }

    @Override
    public long free() {
        return capacity - used;
    }

    @Override
    public long largestFree() {
        return capacity - used;
    }
}
