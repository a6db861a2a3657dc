package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Messages;

/** How the compiler's vectors grow: four elements, then twice as many each time. */
final class Growth {
    private static final int FIRST_LENGTH = 4;
    /** For vectors that only the heap limits. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private Growth() {}

    /**
     * The next length of a full vector.
     *
     * @param limit most elements it may have; one that has as many fails with {@code message}
     */
    static int next(LuaThread thread, int length, int limit, String message) {
        if (length < limit / 2) {
            return Math.max(length * 2, FIRST_LENGTH);
        }
        if (length >= limit) {
            throw new CompileError(Messages.push(thread, message));
        }
        return limit;
    }
}
