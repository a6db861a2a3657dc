package org.perilune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Commands that run in this process, on files in a folder of the test's own. */
abstract class CommandTest {
    /** What the last command printed. */
    final StringWriter out = new StringWriter();

    final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Returns the exit code. */
    int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    /** The last command complained in one line that begins so. */
    void assertComplains(String message) {
        assertTrue(err.toString().startsWith("perilune: " + message), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
    }
}
