package org.perilune.ftp;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file does not fit; the client learns it by the reply 552. */
public final class DiskFullException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    /** @param free bytes that would fit */
    public DiskFullException(Path file, long free) {
        super(file.toString(), null, "no space left, about " + free + " bytes are free");
    }
}
