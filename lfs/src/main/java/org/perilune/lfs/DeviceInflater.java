package org.perilune.lfs;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Inflates a gzip file under a board's conditions: what it inflated is remembered for 16 KiB only, the very first byte is
 * never referred to, and output comes in blocks of 2 KiB, the first of which is looked at before the rest is inflated.
 */
final class DeviceInflater {
    /** Bytes of output in one block. */
    static final int BLOCK = 2048;
    /** Farthest that a stream may refer back. */
    static final int DICTIONARY = 16384;
    /** A board takes no file of this size or less for an image. */
    static final int TOO_SMALL = 200;

    private static final int RESERVED_FLAGS = 0xe0;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private static final int[] LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int END_OF_BLOCK = 256;
    private static final int LENGTH_CODES = 29;
    private static final int DISTANCE_CODES = 30;
    private static final HuffmanCode FIXED_LITERALS = fixedLiterals();
    private static final HuffmanCode FIXED_DISTANCES = fixedDistances();

    private final BitInput in;
    /** Length that the file promises, as an unsigned number. */
    private final int expected;

    private final Consumer<byte[]> firstBlock;
    private byte[] out = new byte[BLOCK];
    private int produced;
    private boolean firstSeen;
    private int farthest;

    /**
     * @param file the gzip file
     * @param firstBlock looks at the first block; it refuses a content that is too long
     */
    DeviceInflater(byte[] file, Consumer<byte[]> firstBlock) {
        if (file.length <= TOO_SMALL) {
            throw LfsFormatException.of(
                    "of " + file.length + " bytes is too short for an image; a board reads none of " + TOO_SMALL
                            + " bytes or less",
                    LfsFormatException.READ_ERROR);
        }
        this.firstBlock = firstBlock;
        in = new BitInput(file, 0);
        expected = Words.littleEndian(file).getInt(file.length - Words.SIZE);
    }

    /** Farthest reference back that was met. */
    int farthest() {
        return farthest;
    }

    /** The whole content. */
    byte[] inflate() {
        skipHeader();
        boolean last;
        do {
            last = in.bits(1) == 1;
            switch (in.bits(2)) {
                case 0 -> stored();
                case 1 -> coded(FIXED_LITERALS, FIXED_DISTANCES);
                case 2 -> dynamic();
                default -> throw in.damaged();
            }
        } while (!last);
        in.align();
        if (!firstSeen) {
            lookAtFirst();
        }
        byte[] content = Arrays.copyOf(out, produced);
        CRC32 crc = new CRC32();
        crc.update(content);
        if (produced != expected || in.word() != (int) crc.getValue()) {
            throw checksum();
        }
        return content;
    }

    private static LfsFormatException checksum() {
        return LfsFormatException.of(
                "its checksum does not fit its content; copy or build it again", "checksum error on LFS image file");
    }

    private void skipHeader() {
        boolean magic = in.nextByte() == 0x1f && in.nextByte() == 0x8b && in.nextByte() == 8;
        int flags = magic ? in.nextByte() : RESERVED_FLAGS;
        if ((flags & RESERVED_FLAGS) != 0) {
            throw LfsFormatException.of(
                    "is no gzip file, as a relocatable image must be; build one without an address (-a)",
                    LfsFormatException.READ_ERROR);
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(in.shortNumber());
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private void skip(int count) {
        for (int i = 0; i < count; i++) {
            in.nextByte();
        }
    }

    private void skipText() {
        while (in.nextByte() != 0) {
            // The text is of no use.
        }
    }

    // ---- output

    private void put(int value) {
        if (produced == expected) {
            if (!firstSeen) {
                lookAtFirst();
            }
            throw checksum(); // longer than promised
        }
        if (produced == out.length) {
            out = Arrays.copyOf(out, out.length * 2);
        }
        out[produced++] = (byte) value;
        if (produced == BLOCK) {
            lookAtFirst();
        }
    }

    private void lookAtFirst() {
        firstSeen = true;
        firstBlock.accept(Arrays.copyOf(out, BLOCK));
    }

    private void repeat(int distance, int length) {
        if (distance > DICTIONARY || distance >= produced) {
            throw LfsFormatException.of(
                    "refers " + distance + " bytes back, a board remembers " + Math.min(DICTIONARY, produced - 1)
                            + "; compress it with a window of 16 KiB",
                    "invalid dictionary offset on inflate");
        }
        farthest = Math.max(farthest, distance);
        for (int i = 0; i < length; i++) {
            put(out[produced - distance]);
        }
    }

    // ---- blocks

    private void stored() {
        in.align();
        int length = in.shortNumber();
        if (length != (~in.shortNumber() & 0xffff)) {
            throw in.damaged();
        }
        for (int i = 0; i < length; i++) {
            put(in.nextByte());
        }
    }

    private void coded(HuffmanCode literals, HuffmanCode distances) {
        for (int symbol = literals.read(in); symbol != END_OF_BLOCK; symbol = literals.read(in)) {
            if (symbol < END_OF_BLOCK) {
                put(symbol);
            } else {
                int length = length(symbol - END_OF_BLOCK - 1);
                repeat(distance(distances.read(in)), length);
            }
        }
    }

    /** Lengths: 8 codes without extra bits, then four for each number of extra bits; the last code is 258 itself. */
    private int length(int code) {
        if (code >= LENGTH_CODES) {
            throw in.damaged();
        } else if (code == LENGTH_CODES - 1) {
            return 258;
        } else if (code < 8) {
            return code + 3;
        }
        int extra = code / 4 - 1;
        return ((4 + code % 4) << extra) + 3 + in.bits(extra);
    }

    /** Distances: 4 codes without extra bits, then two for each number of extra bits. */
    private int distance(int code) {
        if (code >= DISTANCE_CODES) {
            throw in.damaged();
        } else if (code < 4) {
            return code + 1;
        }
        int extra = code / 2 - 1;
        return ((2 + code % 2) << extra) + 1 + in.bits(extra);
    }

    private void dynamic() {
        int literals = in.bits(5) + 257;
        int distances = in.bits(5) + 1;
        int lengthCodes = in.bits(4) + 4;
        int[] lengths = new int[LENGTH_ORDER.length];
        for (int i = 0; i < lengthCodes; i++) {
            lengths[LENGTH_ORDER[i]] = in.bits(3);
        }
        int[] all = readLengths(new HuffmanCode(lengths, 0, lengths.length), literals + distances);
        coded(new HuffmanCode(all, 0, literals), new HuffmanCode(all, literals, all.length));
    }

    private int[] readLengths(HuffmanCode code, int count) {
        int[] lengths = new int[count];
        int at = 0;
        while (at < count) {
            int symbol = code.read(in);
            int value = 0;
            int times = 1;
            switch (symbol) {
                case 16 -> {
                    if (at == 0) {
                        throw in.damaged();
                    }
                    value = lengths[at - 1];
                    times = 3 + in.bits(2);
                }
                case 17 -> times = 3 + in.bits(3);
                case 18 -> times = 11 + in.bits(7);
                default -> value = symbol;
            }
            if (at + times > count) {
                throw in.damaged();
            }
            Arrays.fill(lengths, at, at + times, value);
            at += times;
        }
        return lengths;
    }

    private static HuffmanCode fixedLiterals() {
        int[] lengths = new int[288];
        Arrays.fill(lengths, 0, 144, 8);
        Arrays.fill(lengths, 144, 256, 9);
        Arrays.fill(lengths, 256, 280, 7);
        Arrays.fill(lengths, 280, 288, 8);
        return new HuffmanCode(lengths, 0, lengths.length);
    }

    private static HuffmanCode fixedDistances() {
        int[] lengths = new int[DISTANCE_CODES];
        Arrays.fill(lengths, 5);
        return new HuffmanCode(lengths, 0, lengths.length);
    }
}
