package org.perilune.runtime.lib;

import org.perilune.runtime.compile.ChunkReader;

/** A chunk in one piece. */
public final class OnePartReader implements ChunkReader {
    private byte[] chunk;

    public OnePartReader(byte[] chunk) {
        this.chunk = chunk;
    }

    @Override
    public byte[] read() {
        byte[] part = chunk;
        chunk = null;
        return part;
    }
}
