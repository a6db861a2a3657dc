package org.perilune.cli;

import picocli.CommandLine.ExitCode;

/** Ends a command with one line on standard error and an exit code. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    private Failure(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** What the user gave cannot be used: a missing file, a value out of range. */
    static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message);
    }

    /** The Lua program or test failed. */
    static Failure program(String message) {
        return new Failure(ExitCode.SOFTWARE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
