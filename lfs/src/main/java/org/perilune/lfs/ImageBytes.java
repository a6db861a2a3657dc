package org.perilune.lfs;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Locale;

/**
 * An image as it lies in flash, read with suspicion: each address must lie inside, and no word may belong to two things,
 * so that what is made of an image is never larger than it.
 */
final class ImageBytes {
    private final ByteBuffer words;
    private final int base;
    private final int size;
    private final BitSet claimed = new BitSet();

    ImageBytes(byte[] image, int base) {
        words = Words.littleEndian(image);
        this.base = base;
        size = image.length;
    }

    int word(int at) {
        return words.getInt(at);
    }

    int byteAt(int at) {
        return words.get(at) & 0xff;
    }

    double number(int at) {
        return Double.longBitsToDouble(words.getLong(at));
    }

    byte[] bytes(int at, int length) {
        byte[] bytes = new byte[length];
        words.get(at, bytes);
        return bytes;
    }

    /** A count of things that need room: negative ones and those larger than the image are refused. */
    int count(int at, String what) {
        int count = word(at);
        if (count < 0 || count > size) {
            throw LfsFormatException.at(at, "says that there are " + Integer.toUnsignedLong(count) + " " + what);
        }
        return count;
    }

    /** Offset that an address stands for; it is a word's. */
    int offset(int at, String what) {
        int offset = word(at) - base;
        if (offset < 0 || offset >= size || offset % Words.SIZE != 0) {
            throw LfsFormatException.at(
                    at, String.format(Locale.ROOT, "the address of %s, 0x%08x, is not in the image", what, word(at)));
        }
        return offset;
    }

    /** Takes the words of one thing, which nothing else may have. */
    void claim(int offset, int bytes, String what) {
        int first = offset / Words.SIZE;
        int end = first + Words.holding(bytes);
        if (bytes > size - offset) {
            throw LfsFormatException.at(offset, what + " reaches beyond the image");
        }
        int taken = claimed.nextSetBit(first);
        if (taken >= 0 && taken < end) {
            throw LfsFormatException.at(offset, what + " lies where something else is");
        }
        claimed.set(first, end);
    }

    /** A vector's offset, its words taken; 0 for an empty one, which has no address. */
    int vector(int at, int count, int elementBytes, String what) {
        if (count == 0) {
            if (word(at) != 0) {
                throw LfsFormatException.at(at, what + " has an address but no element");
            }
            return 0;
        }
        int offset = offset(at, what);
        if (count > size / elementBytes) {
            throw LfsFormatException.at(at, what + " reaches beyond the image");
        }
        claim(offset, count * elementBytes, what);
        return offset;
    }
}
