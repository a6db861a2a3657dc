package org.perilune.lfs;

import java.util.Locale;

/**
 * What kind of board an image was built for, as its first word says. Bits 8 to 11 are the format's version, the low bits
 * tell how numbers lie in it; the rest is fixed.
 *
 * @param signature the image's first word
 */
public record LfsTarget(int signature) {
    /** The default build: Lua 5.1, values of 12 bytes with numbers as doubles. */
    public static final LfsTarget DEFAULT = new LfsTarget(0xfafaa154);

    /** Bit of an image that is bound to one address. */
    static final int ABSOLUTE = 1;
    /** Bit that is set while an image is being written and cleared at the end. */
    static final int IN_PROGRESS = 8;

    private static final int FIXED_PART = 0xfafaa050;
    /** ESC Lua, with which compiled files begin, and the images of Lua 5.3. */
    private static final int COMPILED_LUA = 0x61754c1b;

    private static final int VERSION_MASK = 0xf00;
    private static final int INTEGERS = 2;
    private static final int PACKED = 4;
    private static final int LOW_BITS = 0xf;

    /** Whether the word begins an image of any kind. */
    boolean isImage() {
        return (signature & ~(VERSION_MASK | LOW_BITS)) == FIXED_PART;
    }

    boolean isCompiledLua() {
        return signature == COMPILED_LUA;
    }

    boolean isAbsolute() {
        return (signature & ABSOLUTE) != 0;
    }

    boolean sameVersion(LfsTarget other) {
        return ((signature ^ other.signature) & VERSION_MASK) == 0;
    }

    boolean sameValueSize(LfsTarget other) {
        return ((signature ^ other.signature) & PACKED) == 0;
    }

    /** Whether boards of the other kind can run the image, wherever it lies. */
    boolean sameBuild(LfsTarget other) {
        return (signature & ~ABSOLUTE) == (other.signature & ~ABSOLUTE);
    }

    /** What the target is, for people. */
    public String describe() {
        if (!isImage()) {
            return String.format(Locale.ROOT, "no LFS image (signature 0x%08x)", signature);
        }
        return switch ((signature & VERSION_MASK) >> 8) {
            case 1 -> "Lua 5.1 with " + numbers();
            case 2 -> "Lua 5.3";
            default -> "image format " + ((signature & VERSION_MASK) >> 8);
        };
    }

    private String numbers() {
        return switch (signature & (INTEGERS | PACKED)) {
            case 0 -> "floating-point numbers in 16-byte values";
            case PACKED -> "floating-point numbers";
            default -> "integer numbers";
        };
    }
}
