package org.perilune.lua;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.lib.LibraryHost;
import org.perilune.runtime.lib.RandomSource;

/** What the standard libraries need of their surroundings: keeps what is printed, and has no files. */
public final class FilelessHost implements LibraryHost {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final RandomSource random = new RandomSource(1);

    /** All that was printed, each byte a character. */
    String printed() {
        return output.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void print(byte[] text, int from, int length) {
        output.write(text, from, length);
    }

    @Override
    public ChunkReader openFile(String name) {
        return null;
    }

    @Override
    public boolean exists(String name) {
        return false;
    }

    @Override
    public RandomSource random() {
        return random;
    }
}
