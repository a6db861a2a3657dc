package org.perilune.testkit;

import org.perilune.board.PowerCycle;
import org.perilune.runtime.heap.Heap;

/** Reads the heap of one power cycle against a level of its own, without typing a line, which would cost heap itself. */
final class HeapMeter {
    /** Collections after which nothing more goes: dead names follow their owners, and vectors shrink step by step. */
    private static final int COLLECTIONS = 3;

    private final PowerCycle cycle;
    private long level;

    HeapMeter(PowerCycle cycle) {
        this.cycle = cycle;
        mark();
    }

    boolean isOf(PowerCycle other) {
        return cycle == other;
    }

    /** Lets the figures begin at what is in use now. */
    void mark() {
        settle();
        level = heap().deviceUsed();
        heap().resetPeaks();
    }

    /** Device bytes that are free. */
    long free() {
        settle();
        return heap().deviceFree();
    }

    HeapFigures figures() {
        settle();
        return new HeapFigures(heap().deviceUsed() - level, heap().devicePeak() - level);
    }

    private Heap heap() {
        return cycle.heap();
    }

    private void settle() {
        for (int i = 0; i < COLLECTIONS; i++) {
            cycle.lua().vm().collector().fullCollect();
        }
    }
}
