package org.perilune.flash.chip;

import java.util.Arrays;

/** Cells in memory. A sector that is erased takes no memory, so that thousands of mostly empty chips fit a JVM. */
final class MemoryCells implements Cells {
    /** Content by sector; null while it is all ones. */
    private final byte[][] sectors;

    MemoryCells(int size) {
        sectors = new byte[size / NorChip.SECTOR][];
    }

    @Override
    public int size() {
        return sectors.length * NorChip.SECTOR;
    }

    @Override
    public void get(int address, byte[] into, int from, int length) {
        byte[] sector = sectors[address / NorChip.SECTOR];
        if (sector == null) {
            Arrays.fill(into, from, from + length, (byte) 0xff);
        } else {
            System.arraycopy(sector, address % NorChip.SECTOR, into, from, length);
        }
    }

    @Override
    public void put(int address, byte[] bytes, int from, int length) {
        int index = address / NorChip.SECTOR;
        if (sectors[index] == null) {
            sectors[index] = new byte[NorChip.SECTOR];
            Arrays.fill(sectors[index], (byte) 0xff);
        }
        System.arraycopy(bytes, from, sectors[index], address % NorChip.SECTOR, length);
    }

    @Override
    public void blank(int sector) {
        sectors[sector] = null;
    }

    @Override
    public void sync() {
        // Memory has nowhere to go.
    }

    @Override
    public void close() {
        // The content stays: a chip outlives the power.
    }
}
