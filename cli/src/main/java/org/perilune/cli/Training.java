package org.perilune.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Does once what short commands do, for the launcher: it has the Java machine note the classes that are loaded meanwhile,
 * and keep them ready for the next start. A program of its own, not a command of {@link Main}.
 */
final class Training {
    /** A board's network is most of what {@code run} loads beyond {@code exec}. */
    private static final String USE_NETWORK = "do local s=net.createServer() s:listen(0,function() end) s:close() end";

    private Training() {}

    /** Leaves nothing behind. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("perilune");
        Path empty = folder.resolve("empty.lua");
        try {
            Files.createFile(empty);
            execute("exec", empty.toString());
            execute("run", "--exit-idle", "-e", USE_NETWORK);
        } finally {
            Files.deleteIfExists(empty);
            Files.delete(folder);
        }
    }

    private static void execute(String... line) {
        if (Main.commandLine(line).execute(line) != 0) {
            throw new IllegalStateException(String.join(" ", line) + " failed");
        }
    }
}
