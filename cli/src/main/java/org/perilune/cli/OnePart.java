package org.perilune.cli;

import org.perilune.runtime.compile.ChunkReader;

/** A text that the compiler reads in one part. */
final class OnePart implements ChunkReader {
    private byte[] text;

    OnePart(byte[] text) {
        this.text = text;
    }

    @Override
    public byte[] read() {
        byte[] part = text;
        text = null;
        return part;
    }
}
