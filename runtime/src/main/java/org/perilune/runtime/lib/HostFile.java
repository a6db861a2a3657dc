package org.perilune.runtime.lib;

import java.io.IOException;

/** A file as {@code io} uses it. Bytes are 0 to 255, -1 at the end. */
interface HostFile {
    int END = -1;

    int read() throws IOException;

    /** The next byte without consuming it. */
    int peek() throws IOException;

    void write(byte[] bytes, int from, int length) throws IOException;

    /**
     * Moves to another place.
     *
     * @param origin 0 the start, 1 the present place, 2 the end
     * @return the place, counted from the start
     */
    long seek(int origin, long offset) throws IOException;

    void flush() throws IOException;

    void close() throws IOException;

    /** Whether it is one of the standard streams, which cannot be closed. */
    boolean isStandard();
}
