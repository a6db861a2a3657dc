package org.perilune.system;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code perilune} as a process of its own, typed to and read from as a user does. */
final class Command implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private final Thread outputReader;
    private final Thread errorReader;
    /** How much of the output has been expected already. */
    private int seen;

    private Command(Process process) {
        this.process = process;
        outputReader = reader(process.getInputStream(), output);
        errorReader = reader(process.getErrorStream(), errors);
    }

    static Command start(Path folder, String... arguments) {
        return startWith(List.of(), folder, arguments);
    }

    private static Command startWith(List<String> javaOptions, Path folder, String... arguments) {
        try {
            return new Command(process(javaOptions, folder, arguments).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder process(List<String> javaOptions, Path folder, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(javaOptions);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.perilune.cli.Main"));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).directory(folder.toFile());
    }

    /** Runs a command to its end with an input. */
    static Command run(Path folder, String input, String... arguments) {
        return runWith(List.of(), folder, input, arguments);
    }

    /** The same on a Java machine with these options. */
    static Command runWith(List<String> javaOptions, Path folder, String input, String... arguments) {
        Command command = startWith(javaOptions, folder, arguments);
        command.type(input);
        command.endInput();
        command.await();
        return command;
    }

    /** Runs a command without input to its end, its output going to another program. */
    static Command runInto(List<String> reader, Path folder, String... arguments) {
        try {
            Command command = new Command(ProcessBuilder.startPipeline(
                            List.of(process(List.of(), folder, arguments), new ProcessBuilder(reader)))
                    .get(0));
            command.endInput();
            command.await();
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command without input to its end, its output going to a file or device. */
    static Command runInto(Path output, Path folder, String... arguments) {
        try {
            Command command = new Command(process(List.of(), folder, arguments)
                    .redirectOutput(output.toFile())
                    .start());
            command.endInput();
            command.await();
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread reader(InputStream in, StringBuilder into) {
        Thread thread = new Thread(() -> {
            byte[] part = new byte[4096];
            try {
                for (int count = in.read(part); count >= 0; count = in.read(part)) {
                    synchronized (into) {
                        into.append(new String(part, 0, count, StandardCharsets.ISO_8859_1));
                        into.notifyAll();
                    }
                }
            } catch (IOException e) {
                // The process has ended.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    void type(String text) {
        try {
            OutputStream in = process.getOutputStream();
            in.write(text.getBytes(StandardCharsets.ISO_8859_1));
            in.flush();
        } catch (IOException e) {
            // A command that refused its arguments does not read.
        }
    }

    void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // As above.
        }
    }

    /** Waits until what was written to standard error matches, and returns the match. */
    Matcher expectError(String regex) {
        Pattern pattern = Pattern.compile(regex);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            Matcher matcher = pattern.matcher(errors());
            if (matcher.find()) {
                return matcher;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail("interrupted");
            }
        }
        return fail("no '" + regex + "' in the errors: " + errors());
    }

    /** Waits until the output since the last call matches, and returns the match. */
    Matcher expect(String regex) {
        Matcher found = find(regex, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        return found != null ? found : fail("no '" + regex + "' in: " + output() + "\nerrors: " + errors());
    }

    /** Types a line again and again until the output matches: for a board that still talks to somebody else. */
    void typeUntil(String line, String regex) {
        for (long tries = PATIENCE_SECONDS; tries > 0; tries--) {
            type(line);
            if (find(regex, 1000) != null) {
                return;
            }
        }
        fail("no '" + regex + "' in: " + output() + "\nerrors: " + errors());
    }

    /** Match of the output since the last match, or null if there is none for so long. */
    private Matcher find(String regex, long millis) {
        Pattern pattern = Pattern.compile(regex);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (output) {
            while (true) {
                Matcher matcher = pattern.matcher(output).region(seen, output.length());
                if (matcher.find()) {
                    Matcher found = pattern.matcher(output.toString());
                    found.find(matcher.start());
                    seen = matcher.end();
                    return found;
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return null;
                }
                waitFor(left);
            }
        }
    }

    private void waitFor(long millis) {
        try {
            output.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
    }

    void await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                fail("still running; output: " + output() + "\nerrors: " + errors());
            }
            outputReader.join();
            errorReader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
    }

    long pid() {
        return process.pid();
    }

    int exitCode() {
        return process.exitValue();
    }

    String output() {
        synchronized (output) {
            return output.toString();
        }
    }

    String errors() {
        synchronized (errors) {
            return errors.toString();
        }
    }

    /** Ends the process politely, as the system does when its user logs out. */
    void end() {
        process.destroy();
        await();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
