package org.perilune.lfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipTest {
    /** A content that repeats itself from far away: any deflater with a larger window would refer back to there. */
    private static byte[] repeating(int distance, int size) {
        byte[] content = new byte[size];
        new Random(7).nextBytes(content);
        for (int i = Math.max(distance, DeviceInflater.TOO_SMALL); i < size; i++) {
            content[i] = content[i - distance];
        }
        return content;
    }

    private static byte[] jdk(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void referencesGoBackSixteenKibibytesAtMost() throws IOException {
        for (int distance : new int[] {1, 3, 100, 5000, 16000, 16383, 16384, 16385, 20000, 32000}) {
            byte[] content = repeating(distance, 70_000);
            byte[] file = Gzip.compress(content);
            DeviceInflater inflater = new DeviceInflater(file, block -> {});
            assertArrayEquals(content, inflater.inflate());
            assertTrue(inflater.farthest() <= DeviceInflater.DICTIONARY, "distance " + inflater.farthest());
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
                assertArrayEquals(content, in.readAllBytes());
            }
        }
    }

    @Test
    void aStreamWithALargerWindowIsRefusedAsTheBoardDoes() throws IOException {
        byte[] file = jdk(repeating(20_000, 70_000));
        LfsFormatException refused =
                assertThrows(LfsFormatException.class, () -> new DeviceInflater(file, block -> {}).inflate());
        assertEquals("invalid dictionary offset on inflate", refused.deviceText());
    }

    @Test
    void allKindsOfBlocksAreInflated() throws IOException {
        byte[] noise = new byte[5000]; // stored
        new Random(3).nextBytes(noise);
        assertArrayEquals(noise, new DeviceInflater(jdk(noise), block -> {}).inflate());
        byte[] text = "the quick brown fox ".repeat(300).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] named = Gzip.compress(noise);
        assertArrayEquals(noise, new DeviceInflater(named, block -> {}).inflate());
        byte[] small = Gzip.compress(text);
        assertTrue(small.length <= DeviceInflater.TOO_SMALL);
        assertThrows(LfsFormatException.class, () -> new DeviceInflater(small, block -> {}));
    }

    @Test
    void theSameContentGivesTheSameFile() {
        byte[] content = repeating(500, 9000);
        assertArrayEquals(Gzip.compress(content), Gzip.compress(content));
    }
}
