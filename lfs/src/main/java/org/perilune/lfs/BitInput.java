package org.perilune.lfs;

/** Reads a deflated stream bit by bit, low bits first. Behind its end there is nothing: that is an error. */
final class BitInput {
    private final byte[] bytes;
    private int at;
    private int buffer;
    private int buffered;

    BitInput(byte[] bytes, int from) {
        this.bytes = bytes;
        at = from;
    }

    int nextByte() {
        if (at >= bytes.length) {
            throw LfsFormatException.of(
                    "the file ends too early, after " + at + " bytes; copy it again", LfsFormatException.READ_ERROR);
        }
        return bytes[at++] & 0xff;
    }

    /** Reads up to 16 bits. */
    int bits(int count) {
        while (buffered < count) {
            buffer |= nextByte() << buffered;
            buffered += Byte.SIZE;
        }
        int value = buffer & ((1 << count) - 1);
        buffer >>>= count;
        buffered -= count;
        return value;
    }

    /** Goes on at the next whole byte. */
    void align() {
        buffer = 0;
        buffered = 0;
    }

    /** A 16-bit number at a byte boundary. */
    int shortNumber() {
        int low = nextByte();
        return low | nextByte() << Byte.SIZE;
    }

    /** A 32-bit number at a byte boundary. */
    int word() {
        int low = shortNumber();
        return low | shortNumber() << Short.SIZE;
    }

    /** Bytes read so far. */
    int position() {
        return at;
    }

    LfsFormatException damaged() {
        return LfsFormatException.of(
                "the compressed stream is damaged near byte " + at + " of the file; copy or build it again",
                LfsFormatException.READ_ERROR);
    }
}
