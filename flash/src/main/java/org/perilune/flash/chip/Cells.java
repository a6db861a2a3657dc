package org.perilune.flash.chip;

import java.io.Closeable;
import java.io.IOException;

/** The bits themselves, without any rule: what {@link NorChip} keeps its content in. */
interface Cells extends Closeable {
    int size();

    /** Copies out bytes that lie within one sector. */
    void get(int address, byte[] into, int from, int length) throws IOException;

    /** Replaces bytes that lie within one sector. */
    void put(int address, byte[] bytes, int from, int length) throws IOException;

    /** Sets a whole sector to ones. */
    void blank(int sector) throws IOException;

    /** Makes sure that everything put so far survives the process. */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
}
