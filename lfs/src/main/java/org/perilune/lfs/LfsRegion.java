package org.perilune.lfs;

/** The part of a board's flash that holds its image. As in any such flash, erasing sets bits and programming clears them. */
public interface LfsRegion {
    /** Bytes that are erased together. */
    int SECTOR = 4096;

    /** Where the region begins in the flash chip. */
    int flashAddress();

    /** Bytes that it has, a multiple of {@link #SECTOR}. */
    int size();

    /** All its bytes. */
    byte[] read();

    /** Sets all bits of a sector, counted from the region's start. */
    void eraseSector(int sector);

    /** Clears the bits that are 0 in the data; the place is a word's. */
    void program(int at, byte[] data);
}
