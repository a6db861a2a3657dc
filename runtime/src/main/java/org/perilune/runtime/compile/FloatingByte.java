package org.perilune.runtime.compile;

/** Sizes as a byte with three bits of mantissa and five of exponent, as NEWTABLE carries them; encoding rounds up. */
public final class FloatingByte {
    private static final long MOST = 1L << 30;

    private FloatingByte() {}

    /** The code of the least size that is at least {@code size}. */
    public static int encode(int size) {
        int exponent = 0;
        int mantissa = size;
        while (mantissa >= 16) {
            mantissa = (mantissa + 1) >> 1;
            exponent++;
        }
        return mantissa < 8 ? mantissa : (exponent + 1) << 3 | (mantissa - 8);
    }

    /** The size that {@code code} stands for; a code that no compiler makes gives 2^30 at most. */
    public static int decode(int code) {
        int exponent = code >> 3 & 31;
        if (exponent == 0) {
            return code;
        }
        return (int) Math.min((code & 7L) + 8 << (exponent - 1), MOST);
    }
}
