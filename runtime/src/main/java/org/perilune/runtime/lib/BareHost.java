package org.perilune.runtime.lib;

import java.nio.file.Path;

/** What {@code io} and {@code os} of a machine without a board need as well. */
public interface BareHost extends LibraryHost {
    /** Takes what is written to the standard error stream. */
    void printError(byte[] text, int from, int length);

    /** The next byte of the standard input, or -1 at its end. */
    int readInput();

    /** Finds a file of the host by the name that a script gives. */
    Path resolve(String name);

    @Override
    default String missingFileReason() {
        return "No such file or directory";
    }
}
