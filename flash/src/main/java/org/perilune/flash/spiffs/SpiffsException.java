package org.perilune.flash.spiffs;

import java.io.IOException;

/** The flash does not hold what a file system should, or does not take what it is given. */
public final class SpiffsException extends IOException {
    private final int offset;
    private final String remedy;

    SpiffsException(int offset, String what, String remedy, Throwable cause) {
        super(String.format("%s (0x%x bytes into the file system); %s", what, offset, remedy), cause);
        this.offset = offset;
        this.remedy = remedy;
    }

    SpiffsException(int offset, String what, String remedy) {
        this(offset, what, remedy, null);
    }

    /** Where, in bytes from the file system's start. */
    public int offset() {
        return offset;
    }

    /** What can be done about it. */
    public String remedy() {
        return remedy;
    }
}
