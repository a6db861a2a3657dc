package org.perilune.runtime.lib;

/** A script on a bare machine asked to end the program; no protected call stops it. */
public final class HostExit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    HostExit(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    /** The exit code asked for. */
    public int code() {
        return code;
    }
}
