package org.perilune.srcdiet;

/** The compiler that judges whether two texts are the same program. */
@FunctionalInterface
public interface BytecodeCompiler {
    /**
     * Compiles a text and dumps it without debug data and with every line number made neutral, so that equal results mean
     * equal programs.
     */
    byte[] strippedBytecode(String chunkName, byte[] source) throws SourceException;
}
