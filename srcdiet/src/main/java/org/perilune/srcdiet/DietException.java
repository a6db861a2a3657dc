package org.perilune.srcdiet;

/** A source that cannot be minified or split: names the file, the line and what to do. */
public final class DietException extends RuntimeException {
    private final String file;
    private final int line;

    /** The line is 0 when the fault has no line of its own. */
    public DietException(String file, int line, String message) {
        super(file + ":" + (line > 0 ? line + ":" : "") + " " + message);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    /** The line of the file, from 1; 0 when the fault has no line of its own. */
    public int line() {
        return line;
    }
}
