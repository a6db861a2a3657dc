package org.perilune.flash.chip;

import java.util.Arrays;

/**
 * Cells in memory. A sector takes as much as was put into it, and an erased one nothing, so that thousands of mostly
 * empty chips fit a JVM: a file system of 1 MiB without files is no more than its blocks' marks.
 */
final class MemoryCells implements Cells {
    /** Content by sector; null while it is all ones. */
    private final Stretch[] sectors;

    MemoryCells(int size) {
        sectors = new Stretch[size / NorChip.SECTOR];
    }

    @Override
    public int size() {
        return sectors.length * NorChip.SECTOR;
    }

    @Override
    public void get(int address, byte[] into, int from, int length) {
        Stretch sector = sectors[address / NorChip.SECTOR];
        if (sector == null) {
            Arrays.fill(into, from, from + length, Stretch.ERASED);
        } else {
            sector.get(address % NorChip.SECTOR, into, from, length);
        }
    }

    @Override
    public void put(int address, byte[] bytes, int from, int length) {
        int index = address / NorChip.SECTOR;
        if (sectors[index] == null) {
            sectors[index] = Stretch.of(address % NorChip.SECTOR, bytes, from, length);
        } else {
            sectors[index].put(address % NorChip.SECTOR, bytes, from, length);
        }
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
