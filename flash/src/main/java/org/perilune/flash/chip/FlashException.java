package org.perilune.flash.chip;

import java.io.IOException;

/** The chip did not do what it was told. */
public class FlashException extends IOException {
    private final int address;

    public FlashException(int address, String message) {
        super(message + String.format(" at 0x%06x of flash", address));
        this.address = address;
    }

    /** Where on the chip. */
    public int address() {
        return address;
    }
}
