package org.perilune.lfs;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Compresses as gzip with a window of 16 KiB, which is all that a board remembers of what it has inflated. */
final class Gzip {
    /** Magic, method deflate, no flags, no time, best compression, system unknown: the same for the same content. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};

    private static final int WINDOW_BITS = 14;
    private static final int TRAILER = 8;

    private Gzip() {}

    /** Whether a file begins as gzip does. */
    static boolean isGzip(byte[] file) {
        return file.length >= 2 && file[0] == HEADER[0] && file[1] == HEADER[1];
    }

    static byte[] compress(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HEADER);
        out.writeBytes(deflate(content));
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] trailer = new byte[TRAILER];
        Words.littleEndian(trailer).putInt((int) crc.getValue()).putInt(content.length);
        out.writeBytes(trailer);
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater;
        try {
            deflater = new Deflater(JZlib.Z_BEST_COMPRESSION, WINDOW_BITS, true);
        } catch (GZIPException e) {
            throw new IllegalStateException("the deflater refuses a window of 2^" + WINDOW_BITS, e);
        }
        // Deflating never adds more than a few bytes to each stored block.
        byte[] out = new byte[content.length + content.length / 100 + 1024];
        deflater.setInput(content);
        deflater.setOutput(out);
        int result = deflater.deflate(JZlib.Z_FINISH);
        if (result != JZlib.Z_STREAM_END) {
            throw new IllegalStateException("deflating ended with " + result + " " + deflater.getMessage());
        }
        byte[] deflated = Arrays.copyOf(out, (int) deflater.getTotalOut());
        deflater.end();
        return deflated;
    }
}
