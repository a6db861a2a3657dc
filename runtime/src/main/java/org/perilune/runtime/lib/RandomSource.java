package org.perilune.runtime.lib;

/** One machine's random numbers: the linear congruential generator of the firmware's C library. */
public final class RandomSource {
    /** Largest number that {@link #next} gives. */
    public static final int MAX = 0x7fff_ffff;

    private static final long MULTIPLIER = 6364136223846793005L;

    private long state;

    /** @param seed where the sequence begins; the firmware begins with 1 at each boot */
    public RandomSource(int seed) {
        state = seed & 0xffff_ffffL;
    }

    /** Begins the sequence that belongs to a seed. */
    public void seed(int seed) {
        state = seed & 0xffff_ffffL;
    }

    /** The next number, 0 to {@link #MAX}. */
    public int next() {
        state = state * MULTIPLIER + 1;
        return (int) (state >>> 32) & MAX;
    }
}
