package org.perilune.lfs;

import java.util.Arrays;

/** A region that lies in the host's memory alone. */
final class MemoryRegion implements LfsRegion {
    private final int flashAddress;
    private final byte[] bytes;

    /** An erased region. */
    MemoryRegion(int flashAddress, int size) {
        if (flashAddress < 0 || flashAddress % SECTOR != 0 || size <= 0 || size % SECTOR != 0) {
            throw new IllegalArgumentException("a region is made of whole sectors, not " + flashAddress + "+" + size);
        }
        this.flashAddress = flashAddress;
        bytes = new byte[size];
        Arrays.fill(bytes, (byte) -1);
    }

    @Override
    public int flashAddress() {
        return flashAddress;
    }

    @Override
    public int size() {
        return bytes.length;
    }

    @Override
    public byte[] read() {
        return bytes.clone();
    }

    @Override
    public void eraseSector(int sector) {
        Arrays.fill(bytes, sector * SECTOR, (sector + 1) * SECTOR, (byte) -1);
    }

    @Override
    public void program(int at, byte[] data) {
        for (int i = 0; i < data.length; i++) {
            bytes[at + i] &= data[i];
        }
    }
}
