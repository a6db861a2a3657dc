package org.perilune.runtime.value;

/** Counts a table's keys and finds the largest array that more than half of its slots would use. */
final class ArraySizer {
    private static final int SLICES = 27;

    /** Integer keys k with 2^(i-1) < k <= 2^i, by i. */
    private final int[] slice = new int[SLICES];

    private int integers;
    private int total;
    private int inArray;

    void countArrayKey(int key) {
        slice[ceilLog2(key)]++;
        integers++;
        total++;
    }

    void count(Object ref, double num) {
        total++;
        if (ref == Value.NUMBER) {
            int key = (int) num;
            if (key == num && key > 0 && key <= 1 << (SLICES - 1)) {
                slice[ceilLog2(key)]++;
                integers++;
            }
        }
    }

    /** Best size of the array part, a power of two or 0. */
    int arraySize() {
        int best = 0;
        int below = 0;
        inArray = 0;
        for (int i = 0; i < SLICES && (1 << i) / 2 < integers; i++) {
            if (slice[i] > 0) {
                below += slice[i];
                if (below > (1 << i) / 2) {
                    best = 1 << i;
                    inArray = below;
                }
            }
            if (below == integers) {
                break;
            }
        }
        return best;
    }

    /** Keys that go to an array part of {@link #arraySize}, to be asked after it. */
    int inArray() {
        return inArray;
    }

    /** Keys in all. */
    int total() {
        return total;
    }

    static int ceilLog2(int n) {
        return 32 - Integer.numberOfLeadingZeros(n - 1);
    }
}
