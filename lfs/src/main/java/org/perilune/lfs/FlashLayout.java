package org.perilune.lfs;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** An image under construction: room is taken serially, and each word that is to hold an address is noted. */
final class FlashLayout {
    /** Most bytes of any image. */
    static final int LIMIT = 0x40000;

    private final ByteBuffer words = Words.littleEndian(new byte[LIMIT]);
    private final BitSet addresses = new BitSet();
    private int used;

    /** Takes room, rounded up to words; returns its offset in bytes. */
    int take(int bytes) {
        int at = used;
        long end = at + (long) Words.holding(bytes) * Words.SIZE;
        if (end > LIMIT) {
            throw new LfsBuildException(
                    "the modules need more than the " + LIMIT + " bytes that an image may have; leave some out");
        }
        used = (int) end;
        return at;
    }

    int used() {
        return used;
    }

    void word(int at, int value) {
        words.putInt(at, value);
    }

    int word(int at) {
        return words.getInt(at);
    }

    void bytes(int at, byte[] text) {
        words.put(at, text);
    }

    void number(int at, double value) {
        words.putLong(at, Double.doubleToRawLongBits(value));
    }

    /** Lets a word be the address of an offset; 0 is no address. */
    void address(int at, int target) {
        if (target != 0) {
            words.putInt(at, target / Words.SIZE);
            addresses.set(at / Words.SIZE);
        }
    }

    /** Offset that a word written by {@link #address} stands for. */
    int target(int at) {
        return words.getInt(at) * Words.SIZE;
    }

    /** The image for one address. */
    byte[] at(int base) {
        byte[] image = new byte[used];
        words.get(0, image);
        ByteBuffer out = Words.littleEndian(image);
        addresses.stream().forEach(word -> {
            int at = word * Words.SIZE;
            out.putInt(at, out.getInt(at) * Words.SIZE + base);
        });
        return image;
    }

    /** The image for any address: addresses are word offsets, and a bitmap at the end tells which words are addresses. */
    byte[] relocatable() {
        int count = used / Words.SIZE;
        byte[] image = new byte[used + Words.bitmap(count) * Words.SIZE];
        words.get(0, image, 0, used);
        byte[] bitmap = addresses.toByteArray();
        System.arraycopy(bitmap, 0, image, used, bitmap.length);
        return image;
    }
}
