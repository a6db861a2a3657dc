package org.perilune.system.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a program, to its end: what it said on both its outputs, and how it ended. */
record Run(List<String> command, int exitCode, String output) {
    private static final int PATIENCE_SECONDS = 60;

    /** Whether there is such a program here. */
    static boolean isInstalled(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** A process in a home of its own, so that nobody's settings play a part. */
    static ProcessBuilder process(Path home, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment()
                .putAll(Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8", "XDG_RUNTIME_DIR", home.toString()));
        builder.environment().putAll(environment);
        return builder;
    }

    static Run of(ProcessBuilder builder, String input) {
        try {
            Path output = Files.createTempFile("interop", ".out");
            try {
                Process process = builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                try (var in = process.getOutputStream()) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // It does not read, or has ended already.
                }
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                process.destroyForcibly();
                String text = Files.readString(output, StandardCharsets.ISO_8859_1);
                if (!ended) {
                    throw new AssertionError(builder.command() + " does not end; it said: " + text);
                }
                return new Run(builder.command(), process.exitValue(), text);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    @Override
    public String toString() {
        return command + " ended with " + exitCode + " and said: " + output;
    }
}
