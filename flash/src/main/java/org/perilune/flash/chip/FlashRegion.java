package org.perilune.flash.chip;

import java.io.IOException;

/**
 * A part of a chip, with addresses of its own that begin at 0.
 *
 * @param chip the chip it is a part of
 * @param start where on the chip it begins
 * @param size its bytes
 */
public record FlashRegion(NorChip chip, int start, int size) {
    public FlashRegion {
        if (start < 0 || size < 0 || start % NorChip.SECTOR != 0 || size % NorChip.SECTOR != 0) {
            throw new IllegalArgumentException(
                    String.format("a region (0x%x, 0x%x bytes) must begin and end with a sector", start, size));
        }
        if (size > chip.size() - start) {
            throw new IllegalArgumentException(String.format(
                    "a region (0x%x, 0x%x bytes) must lie on the chip of 0x%x bytes", start, size, chip.size()));
        }
    }

    /** A part of this part. */
    public FlashRegion part(int from, int length) {
        if (from < 0 || length < 0 || length > size - from) {
            throw new IllegalArgumentException("a part (" + from + ", " + length + ") must lie in its region");
        }
        return new FlashRegion(chip, start + from, length);
    }

    public void read(int address, byte[] into, int from, int length) throws IOException {
        chip.read(onChip(address, length), into, from, length);
    }

    public void program(int address, byte[] bytes, int from, int length) throws IOException {
        chip.program(onChip(address, length), bytes, from, length);
    }

    public void eraseSector(int address) throws IOException {
        chip.eraseSector(onChip(address, 1));
    }

    private int onChip(int address, int length) throws FlashException {
        if (address < 0 || length > size - address) {
            throw new FlashException(start + address, length + " bytes reach beyond a region of " + size);
        }
        return start + address;
    }
}
