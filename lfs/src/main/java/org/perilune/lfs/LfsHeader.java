package org.perilune.lfs;

import java.nio.ByteBuffer;

/**
 * The first eight words of an image; the last two are 0.
 *
 * @param target what it was built for
 * @param size bytes of the image, this header included
 * @param main address of the main function
 * @param hashVector address of the strings' hash vector
 * @param strings number of strings
 * @param slots slots of the hash vector
 */
record LfsHeader(LfsTarget target, int size, int main, int hashVector, int strings, int slots) {
    static final int BYTES = 32;

    /** Places of fields, in bytes from the start. */
    static final int SIZE_AT = 4;

    static final int MAIN_AT = 8;

    static final int HASH_VECTOR_AT = 12;
    static final int STRINGS_AT = 16;
    static final int SLOTS_AT = 20;

    /** Reads a header; the bytes are at least {@link #BYTES}. */
    static LfsHeader read(byte[] image) {
        ByteBuffer in = Words.littleEndian(image);
        return new LfsHeader(
                new LfsTarget(in.getInt()), in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt());
    }
}
