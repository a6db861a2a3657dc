package org.perilune.runtime.heap;

/** The emulated heap has no room for a block. Lua sees it as the catchable error "not enough memory". */
public final class OutOfMemory extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int requested;

    /** @param requested bytes asked for, without header and rounding */
    public OutOfMemory(int requested) {
        super("not enough memory", null, false, false);
        this.requested = requested;
    }

    /** Bytes asked for, without header and rounding. */
    public int requested() {
        return requested;
    }
}
