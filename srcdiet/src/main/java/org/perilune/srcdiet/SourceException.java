package org.perilune.srcdiet;

/** What a {@link BytecodeCompiler} says of a text that is no program. */
public final class SourceException extends Exception {
    private final int line;

    public SourceException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the compiled text, from 1; 0 when the compiler names none. */
    public int line() {
        return line;
    }
}
