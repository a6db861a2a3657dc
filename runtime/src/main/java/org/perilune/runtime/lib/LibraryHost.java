package org.perilune.runtime.lib;

import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.exec.LuaState;

/** What the standard libraries need from the world around a machine. It is the machine's host object. */
public interface LibraryHost {
    /** Takes a piece of what {@code print} writes. */
    void print(byte[] text, int from, int length);

    /**
     * Opens a file of the board's filesystem for reading.
     *
     * @param name its name, each character one byte
     * @return the file's bytes, part by part, or null when there is no such file
     */
    ChunkReader openFile(String name);

    /** The file that {@link #openFile} gave is not read any further. */
    default void closeFile(ChunkReader file) {}

    /** Whether {@link #openFile} would find the file. */
    boolean exists(String name);

    /** What messages say after "cannot open NAME: "; the firmware on a board says nothing. */
    default String missingFileReason() {
        return "";
    }

    /** The machine's own generator of random numbers, always the same one. */
    RandomSource random();

    /** The host of the machine that a function runs on. */
    static LibraryHost of(LuaState lua) {
        return (LibraryHost) lua.vm().host();
    }
}
