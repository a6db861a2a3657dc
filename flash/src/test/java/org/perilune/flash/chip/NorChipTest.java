package org.perilune.flash.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NorChipTest {
    private static final int SIZE = 64 << 10;

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] read(NorChip chip, int address, int length) throws IOException {
        byte[] bytes = new byte[length];
        chip.read(address, bytes, 0, length);
        return bytes;
    }

    @Test
    void programmingClearsBitsAndErasingSetsThem() throws IOException {
        NorChip chip = NorChip.inMemory(SIZE);
        chip.program(5000, bytes(0xf0, 0x0f), 0, 2);
        chip.program(5000, bytes(0x30, 0x0f), 0, 2);
        assertArrayEquals(bytes(0x30, 0x0f), read(chip, 5000, 2));
        chip.eraseSector(5000);
        assertArrayEquals(bytes(0xff, 0xff), read(chip, 5000, 2));
        assertEquals(1, chip.wear(1));
        assertEquals(new ChipCounters(2, 4, 2, 4, 1), chip.counters());
    }

    @Test
    void settingABitWithoutErasingIsAFault() throws IOException {
        NorChip chip = NorChip.inMemory(SIZE);
        chip.program(100, bytes(0x0f), 0, 1);
        FlashException e = assertThrows(FlashException.class, () -> chip.program(99, bytes(0, 0x1f), 0, 2));
        assertEquals(100, e.address());
        assertArrayEquals(bytes(0xff, 0x0f), read(chip, 99, 2));
    }

    @Test
    void aProgramCommandReachesOnePage() throws IOException {
        NorChip chip = NorChip.inMemory(SIZE);
        chip.program(200, new byte[400], 0, 400);
        assertEquals(3, chip.counters().programs());
    }

    @Test
    void thePowerGoesBeforeInAndAfterAnOperation() throws IOException {
        int[] left = new int[3];
        for (FaultPlan.Moment moment : FaultPlan.Moment.values()) {
            NorChip chip = NorChip.inMemory(SIZE);
            chip.inject(FaultPlan.none().cutPower(2, moment, 7));
            chip.program(0, new byte[64], 0, 64);
            assertThrows(PowerCutException.class, () -> chip.program(64, new byte[64], 0, 64));
            assertThrows(PowerCutException.class, () -> read(chip, 0, 1));
            chip.restorePower();
            for (byte b : read(chip, 64, 64)) {
                left[moment.ordinal()] += Integer.bitCount(b & 0xff);
            }
        }
        assertEquals(512, left[0]);
        assertTrue(left[1] > 150 && left[1] < 350, () -> left[1] + " bits");
        assertEquals(0, left[2]);
    }

    @Test
    void aBadOrWornSectorTakesNothingButCanBeRead() throws IOException {
        NorChip chip = NorChip.inMemory(SIZE);
        chip.program(0, bytes(1), 0, 1);
        chip.inject(FaultPlan.none().failSector(0).wearOutAfter(2));
        assertThrows(FlashException.class, () -> chip.eraseSector(0));
        assertArrayEquals(bytes(1), read(chip, 0, 1));
        chip.eraseSector(4096);
        chip.eraseSector(4096);
        assertThrows(FlashException.class, () -> chip.eraseSector(4096));
    }

    @Test
    void bitsCanBeFlipped() throws IOException {
        NorChip chip = NorChip.inMemory(SIZE);
        chip.flipBits(10, 0x81);
        assertArrayEquals(bytes(0x7e), read(chip, 10, 1));
    }

    @Test
    void nothingBeyondTheChipCanBeReached() {
        NorChip chip = NorChip.inMemory(SIZE);
        assertThrows(FlashException.class, () -> read(chip, SIZE - 1, 2));
        assertThrows(FlashException.class, () -> chip.eraseSector(SIZE));
        assertThrows(FlashException.class, () -> chip.region(4096, 4096).read(4095, new byte[2], 0, 2));
        assertThrows(IllegalArgumentException.class, () -> chip.region(0, SIZE + 4096));
    }

    @Test
    void aFileIsADumpOfTheChip(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chip.bin");
        try (NorChip chip = NorChip.inFile(file, SIZE)) {
            chip.program(4094, bytes(1, 2, 3, 4), 0, 4);
            FileSystemException e = assertThrows(FileSystemException.class, () -> NorChip.inFile(file));
            assertTrue(e.getMessage().contains("another board"), e.getMessage());
        }
        byte[] dump = Files.readAllBytes(file);
        assertEquals(SIZE, dump.length);
        assertEquals(3, dump[4096]);
        assertEquals((byte) 0xff, dump[5000]);
        try (NorChip chip = NorChip.inFile(file)) {
            assertArrayEquals(bytes(1, 2, 3, 4), read(chip, 4094, 4));
            chip.eraseSector(0);
        }
        assertEquals((byte) 0xff, Files.readAllBytes(file)[4095]);
        assertThrows(FileSystemException.class, () -> NorChip.inFile(file, 2 * SIZE));
    }

    @Test
    void aCopyAndItsOriginalGoTheirOwnWays() throws IOException {
        NorChip chip = NorChip.inMemory(SIZE);
        chip.program(100, bytes(0x0f), 0, 1);
        NorChip copy = chip.copy();
        NorChip second = copy.copy();
        chip.program(101, bytes(1), 0, 1);
        copy.program(102, bytes(2), 0, 1);
        second.eraseSector(0);
        assertArrayEquals(bytes(0x0f, 1, 0xff), read(chip, 100, 3));
        assertArrayEquals(bytes(0x0f, 0xff, 2), read(copy, 100, 3));
        assertArrayEquals(bytes(0xff, 0xff, 0xff), read(second, 100, 3));
    }

    @Test
    void aCopyOfAChipInAFileLeavesTheFileAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chip.bin");
        try (NorChip chip = NorChip.inFile(file, SIZE)) {
            chip.program(100, bytes(0x0f), 0, 1);
            NorChip copy = chip.copy();
            copy.program(100, bytes(0), 0, 1);
            assertArrayEquals(bytes(0x0f), read(chip, 100, 1));
            assertArrayEquals(bytes(0), read(copy, 100, 1));
        }
        assertEquals(0x0f, Files.readAllBytes(file)[100]);
    }
}
