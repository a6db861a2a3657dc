package org.perilune.lfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An image is made of words: four bytes, low byte first. */
final class Words {
    static final int SIZE = 4;

    private Words() {}

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Words that hold a number of bytes. */
    static int holding(int bytes) {
        return (bytes + SIZE - 1) / SIZE;
    }

    /** Words of the bitmap that has one bit for each of {@code words}. */
    static int bitmap(int words) {
        return (words + Integer.SIZE - 1) / Integer.SIZE;
    }
}
