package org.perilune.runtime.compile;

/** Where a chunk's text or bytecode comes from, part by part. Parts are never joined. */
public interface ChunkReader {
    /** The next part; null or an empty one at the end, after which it is not asked again. */
    byte[] read();
}
