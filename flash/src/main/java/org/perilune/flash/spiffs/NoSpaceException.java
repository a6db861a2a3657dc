package org.perilune.flash.spiffs;

import java.nio.file.FileSystemException;

/** The file system is full; what was asked was not done. */
public final class NoSpaceException extends FileSystemException {
    NoSpaceException(String file) {
        super(file, null, "no space left in flash");
    }
}
