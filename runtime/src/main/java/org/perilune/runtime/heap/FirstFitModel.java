package org.perilune.runtime.heap;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Places blocks as the SDK's allocator does, so that fragmentation shows: the first free block in address order that is
 * large enough is taken, cut in two only when more than {@value #LEAST_REMAINDER} bytes remain; a freed block joins its
 * free neighbours. Source: the disassembled pvPort functions of SDK 3.0.
 */
public final class FirstFitModel implements AllocationModel {
    /** A free block is cut only if more than this remains of it. */
    private static final int LEAST_REMAINDER = 32;

    private static final int FIRST_ADDRESS = 0x3ffef000;

    private final int capacity;
    /** Free blocks: size by address. */
    private final TreeMap<Integer, Integer> freeBlocks = new TreeMap<>();
    /** Used blocks: size by address. */
    private final Map<Integer, Integer> usedBlocks = new HashMap<>();

    private int used;

    /** @param capacity device bytes of the region, at most 1 GiB; the rest of a multiple of 8 is lost */
    public FirstFitModel(int capacity) {
        this.capacity = capacity & ~7;
        freeBlocks.put(FIRST_ADDRESS, this.capacity);
    }

    @Override
    public int allocate(int requested) {
        if (requested > capacity) {
            return 0;
        }
        int want = AllocationModel.price(requested);
        for (Map.Entry<Integer, Integer> block : freeBlocks.entrySet()) {
            int size = block.getValue();
            if (size >= want) {
                return HEADER + cut(block.getKey(), size, want);
            }
        }
        return 0;
    }

    /** Takes the front of a free block, or all of it when the remainder would be too small. */
    private int cut(int address, int size, int want) {
        freeBlocks.remove(address);
        int taken = size - want > LEAST_REMAINDER ? want : size;
        if (taken < size) {
            freeBlocks.put(address + taken, size - taken);
        }
        usedBlocks.put(address, taken);
        used += taken;
        return address;
    }

    @Override
    public void free(int address, int size) {
        int start = address - HEADER;
        Integer length = usedBlocks.remove(start);
        if (length == null) {
            throw new IllegalStateException("no block at 0x" + Integer.toHexString(address));
        }
        used -= length;
        int end = start + length;
        Map.Entry<Integer, Integer> before = freeBlocks.lowerEntry(start);
        if (before != null && before.getKey() + before.getValue() == start) {
            start = before.getKey();
        }
        Integer after = freeBlocks.remove(end);
        if (after != null) {
            end += after;
        }
        freeBlocks.put(start, end - start);
    }

    @Override
    public long used() {
        return used;
    }

    @Override
    public long free() {
        return (long) capacity - used;
    }

    @Override
    public long largestFree() {
        return freeBlocks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Number of free blocks: 1 when nothing is fragmented. */
    public int freeBlocks() {
        return freeBlocks.size();
    }
}
