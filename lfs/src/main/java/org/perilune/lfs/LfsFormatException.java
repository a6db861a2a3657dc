package org.perilune.lfs;

import java.util.Locale;

/**
 * A file or region holds no image that a board may run. The message is for people; {@link #deviceText} is what a board's
 * {@code node.LFS.reload} returns for it.
 */
public final class LfsFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The board's word for a file that is cut off, damaged or something else altogether. */
    static final String READ_ERROR = "read error on LFS image file";

    private final String deviceText;

    private LfsFormatException(String message, String deviceText) {
        super(message, null, false, false);
        this.deviceText = deviceText;
    }

    static LfsFormatException of(String message, String deviceText) {
        return new LfsFormatException(message, deviceText);
    }

    /** The image's content is wrong at a place, counted in bytes from its start. */
    static LfsFormatException at(int offset, String what) {
        return new LfsFormatException(
                String.format(Locale.ROOT, "image offset 0x%x: %s; build the image again", offset, what), READ_ERROR);
    }

    /** What {@code node.LFS.reload} of a board returns. */
    public String deviceText() {
        return deviceText;
    }
}
