package org.perilune.lfs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is done to an image, reading it ends soon, either well or with the one exception there is for it. */
class MutantsTest {
    private static final int BASE = Goldens.ADDRESS;
    private static final int REGION = 65536;
    private static final int ROUNDS = 6000;

    private final Random random = new Random(1);
    private int refused;

    private void read(byte[] file) {
        try {
            LfsImage.read(LfsFile.open(file, REGION).at(BASE), BASE);
        } catch (LfsFormatException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().contains("\n"));
            refused++;
        }
    }

    private byte[] damaged(byte[] original) {
        byte[] file = original.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(4)) {
                case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> file[at] = (byte) random.nextInt(256);
                case 2 -> file = Arrays.copyOf(file, Math.max(1, at));
                default -> mixWords(file, at & ~3);
            }
        }
        return file;
    }

    /** Puts one word in the place of another, so that addresses stay addresses. */
    private void mixWords(byte[] file, int at) {
        int from = random.nextInt(file.length) & ~3;
        if (Math.max(at, from) + 4 <= file.length) {
            System.arraycopy(file, from, file, at, 4);
        }
    }

    private void readMutantsOf(byte[] original) {
        Assertions.assertTimeout(Duration.ofMinutes(2), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                read(damaged(original));
            }
        });
        assertTrue(refused > ROUNDS / 2, "refused " + refused);
    }

    @Test
    void damagedImagesInFlashAreRefused() {
        readMutantsOf(Goldens.absolute("image2"));
    }

    @Test
    void damagedCompressedImagesAreRefused() {
        readMutantsOf(Goldens.relocatable("image2"));
    }

    @Test
    void damagedImagesWithRightChecksumsAreRefused() {
        byte[] content = LfsFile.open(Goldens.relocatable("image3"), REGION).unpacked();
        Assertions.assertTimeout(Duration.ofMinutes(2), () -> {
            for (int round = 0; round < ROUNDS / 4; round++) {
                read(Gzip.compress(damaged(content)));
            }
        });
        assertTrue(refused > ROUNDS / 16, "refused " + refused);
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] file = Goldens.relocatable("image2");
        for (int length = 0; length < file.length; length++) {
            read(Arrays.copyOf(file, length));
        }
        Assertions.assertEquals(file.length, refused);
    }
}
