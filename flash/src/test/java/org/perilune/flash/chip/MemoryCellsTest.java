package org.perilune.flash.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryCellsTest {
    private static final int SECTORS = 3;
    private static final int SIZE = SECTORS * NorChip.SECTOR;

    private final MemoryCells cells = new MemoryCells(SIZE);
    /** The same content, byte for byte. */
    private final byte[] plain = new byte[SIZE];

    MemoryCellsTest() {
        Arrays.fill(plain, Stretch.ERASED);
    }

    private void put(int at, byte... bytes) {
        cells.put(at, bytes, 0, bytes.length);
        System.arraycopy(bytes, 0, plain, at, bytes.length);
    }

    private void blank(int sector) {
        cells.blank(sector);
        Arrays.fill(plain, sector * NorChip.SECTOR, (sector + 1) * NorChip.SECTOR, Stretch.ERASED);
    }

    private void assertSame() {
        for (int sector = 0; sector < SECTORS; sector++) {
            int at = sector * NorChip.SECTOR;
            byte[] content = new byte[NorChip.SECTOR];
            cells.get(at, content, 0, content.length);
            assertArrayEquals(Arrays.copyOfRange(plain, at, at + NorChip.SECTOR), content, "sector " + sector);
        }
    }

    @Test
    void anErasedChipIsAllOnes() {
        assertSame();
    }

    @Test
    void onesPutOnAnErasedSectorLeaveItErased() {
        put(10, (byte) -1, (byte) -1);
        assertSame();
    }

    @Test
    void theEndsOfASectorAreReached() {
        put(2 * NorChip.SECTOR - 2, (byte) 1, (byte) 2);
        assertSame();
        put(NorChip.SECTOR, (byte) 3);
        assertSame();
        put(2 * NorChip.SECTOR - 1, (byte) 4);
        assertSame();
    }

    @Test
    void onesAroundTheFirstBytesArePutAsWell() {
        put(300, (byte) -1, (byte) 5, (byte) -1, (byte) 6, (byte) -1);
        put(299, (byte) 7, (byte) 8, (byte) 9, (byte) -1, (byte) -1, (byte) -1);
        assertSame();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsPutAndBlankedReadsAsIfEachByteWereKept(long seed) {
        Random chance = new Random(seed);
        for (int step = 0; step < 400; step++) {
            int sector = chance.nextInt(SECTORS);
            if (chance.nextInt(12) == 0) {
                blank(sector);
                continue;
            }
            int length = 1 + chance.nextInt(chance.nextBoolean() ? 8 : NorChip.PAGE);
            byte[] bytes = new byte[length];
            chance.nextBytes(bytes);
            if (chance.nextBoolean()) {
                Arrays.fill(bytes, 0, chance.nextInt(length + 1), Stretch.ERASED);
            }
            put(sector * NorChip.SECTOR + chance.nextInt(NorChip.SECTOR - length + 1), bytes);
            int from = chance.nextInt(NorChip.SECTOR);
            assertReads(sector * NorChip.SECTOR + from, 1 + chance.nextInt(NorChip.SECTOR - from));
        }
        assertSame();
    }

    /** Reads a part into the middle of an array, and nothing beside it. */
    private void assertReads(int at, int length) {
        byte[] expected = new byte[length + 2];
        byte[] part = expected.clone();
        System.arraycopy(plain, at, expected, 1, length);
        cells.get(at, part, 1, length);
        assertArrayEquals(expected, part, length + " bytes at " + at);
    }
}
