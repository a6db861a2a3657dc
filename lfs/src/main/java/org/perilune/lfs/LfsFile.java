package org.perilune.lfs;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * A file that holds an image: either bound to one address, raw as it lies in flash, or relocatable and compressed. Only
 * the outside has been checked; {@link LfsImage#read} checks what is inside.
 */
public final class LfsFile {
    private final byte[] words;
    private final LfsHeader header;
    private final boolean relocatable;

    private LfsFile(byte[] words, boolean relocatable) {
        this.words = words;
        this.header = LfsHeader.read(words);
        this.relocatable = relocatable;
    }

    /**
     * Opens an image of either kind.
     *
     * @param regionSize bytes that the board's region has
     * @throws LfsFormatException when it is none, or none for such a board
     */
    public static LfsFile open(byte[] file, int regionSize) {
        if (Gzip.isGzip(file)) {
            return compressed(file, regionSize);
        }
        if (file.length < LfsHeader.BYTES) {
            throw LfsFormatException.of(
                    "of " + file.length + " bytes is too short for an image", LfsFormatException.READ_ERROR);
        }
        LfsHeader header = LfsHeader.read(file);
        checkTarget(header);
        checkSize(header.size(), regionSize);
        boolean isWhole = header.size() >= LfsHeader.BYTES && header.size() <= file.length;
        if (!isWhole || !isErased(file, header.size())) {
            throw LfsFormatException.of(
                    "has " + file.length + " bytes, its header says " + Integer.toUnsignedLong(header.size())
                            + "; copy or build it again",
                    "LFS length mismatch");
        }
        return new LfsFile(Arrays.copyOf(file, header.size()), false);
    }

    /** Opens what a board's {@code node.LFS.reload} takes: a relocatable image. */
    public static LfsFile compressed(byte[] file, int regionSize) {
        return compressed(file, regionSize, size -> {});
    }

    /** @param accepted is told the image's size as soon as its first block was found right */
    static LfsFile compressed(byte[] file, int regionSize, IntConsumer accepted) {
        DeviceInflater inflater = new DeviceInflater(file, block -> {
            checkFirst(block, Words.littleEndian(file).getInt(file.length - Words.SIZE), regionSize);
            accepted.accept(LfsHeader.read(block).size());
        });
        return new LfsFile(inflater.inflate(), true);
    }

    /** The checks of a board, in its order. */
    private static void checkFirst(byte[] block, int length, int regionSize) {
        LfsHeader header = LfsHeader.read(block);
        checkTarget(header);
        checkSize(header.size(), regionSize);
        int size = header.size();
        if (size % Words.SIZE != 0
                || size < LfsHeader.BYTES
                || length != size + Words.bitmap(size / Words.SIZE) * Words.SIZE) {
            throw LfsFormatException.of(
                    "unpacks to " + Integer.toUnsignedLong(length) + " bytes, which does not fit an image of " + size
                            + "; build it again",
                    "LFS length mismatch");
        }
    }

    static void checkTarget(LfsHeader header) {
        LfsTarget target = header.target();
        LfsTarget board = LfsTarget.DEFAULT;
        if (target.sameBuild(board)) {
            return;
        }
        String deviceText = !target.sameVersion(board)
                ? "Incorrect LFS header version"
                : !target.sameValueSize(board) ? "Incorrect LFS build type" : "incorrect LFS header signature";
        String message = target.isCompiledLua()
                ? compiledLua(header.size() & 0xff)
                : target.isImage()
                        ? "is built for " + target.describe() + ", but the board runs " + board.describe()
                                + "; build it for the board"
                        : "is " + target.describe() + ", the board runs " + board.describe()
                                + " and needs an image for it";
        throw LfsFormatException.of(message, deviceText);
    }

    /** @param version as the byte after the signature of compiled Lua has it: 0x53 is Lua 5.3, whose images begin so too */
    private static String compiledLua(int version) {
        String board = LfsTarget.DEFAULT.describe();
        return version == 0x51
                ? "is one compiled file of Lua 5.1, the board runs " + board + " and needs an image; luac -f builds one"
                : "is built for Lua " + (version >> 4) + "." + (version & 0xf) + ", but the board runs " + board
                        + "; build it for the board";
    }

    private static void checkSize(int size, int regionSize) {
        if (Integer.compareUnsigned(size, regionSize) > 0) {
            throw LfsFormatException.of(
                    "needs " + Integer.toUnsignedLong(size) + " bytes of flash, the board's LFS region has "
                            + regionSize + "; leave modules out or give the board a larger region",
                    "LFS Image too big for configured LFS region");
        }
    }

    private static boolean isErased(byte[] file, int from) {
        for (int i = from; i < file.length; i++) {
            if (file[i] != -1) {
                return false;
            }
        }
        return true;
    }

    /** Whether the image may lie anywhere. */
    public boolean isRelocatable() {
        return relocatable;
    }

    /** Bytes of flash that it needs. */
    public int size() {
        return header.size();
    }

    /** What it was built for. */
    public LfsTarget target() {
        return header.target();
    }

    /** The address that the image is bound to; for a relocatable one, the lowest that any image may have. */
    public int address() {
        return relocatable ? LfsBuilder.LOWEST_ADDRESS : header.hashVector() - LfsHeader.BYTES;
    }

    /** The content as the builder laid it out. */
    byte[] unpacked() {
        return words.clone();
    }

    /**
     * What lies in flash when the image was loaded to an address.
     *
     * @throws LfsFormatException when the image is bound to another
     */
    public byte[] at(int base) {
        if (relocatable) {
            return relocated(base);
        }
        if (base != address()) {
            throw LfsFormatException.of(
                    String.format(
                            Locale.ROOT,
                            "is built for %s at address 0x%08x, but the board runs %s with its LFS region at 0x%08x;"
                                    + " build it with -a 0x%x, or without -a",
                            target().describe(),
                            address(),
                            LfsTarget.DEFAULT.describe(),
                            base,
                            base),
                    "incorrect LFS header signature");
        }
        return words.clone();
    }

    private byte[] relocated(int base) {
        byte[] image = Arrays.copyOf(words, header.size());
        ByteBuffer out = Words.littleEndian(image);
        ByteBuffer in = Words.littleEndian(words);
        for (int at = 0; at < image.length; at += Words.SIZE) {
            int word = at / Words.SIZE;
            int bits = in.getInt(header.size() + word / Integer.SIZE * Words.SIZE);
            if ((bits >>> word % Integer.SIZE & 1) != 0) {
                out.putInt(at, out.getInt(at) * Words.SIZE + base);
            }
        }
        out.putInt(0, header.target().signature());
        return image;
    }
}
