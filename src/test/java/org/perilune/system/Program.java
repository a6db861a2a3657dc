package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Programs of the host, such as FTP clients; a test that needs one that is not installed is skipped, naming it. */
final class Program {
    private static final long PATIENCE_SECONDS = 120;

    private Program() {}

    static boolean isInstalled(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Runs a program to its end, which must be a success; what it printed. */
    static String run(Path folder, String... line) throws IOException {
        assumeTrue(isInstalled(line[0]), line[0] + " is not installed");
        Path output = Files.createTempFile("output", ".txt");
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(output, StandardCharsets.ISO_8859_1);
            assertTrue(ended, () -> line[0] + " does not end: " + text);
            assertEquals(0, process.exitValue(), () -> String.join(" ", line) + ": " + text);
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
