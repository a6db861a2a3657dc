package org.perilune.runtime.heap;

/** The collector as the heap sees it: what may be asked to make room before a block is taken. */
public interface Reclaimer {
    /** Runs one full collection, unless collecting is blocked just now. */
    void fullCollect();

    /**
     * Steps the collector until fewer than {@code limit} Lua bytes are in use, to the end of one further cycle at most.
     *
     * @return whether the heap is below the limit
     */
    boolean stepBelow(long limit);
}
