package org.perilune.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The file {@code heap.baseline} of a module's test resources: one line a test, {@code test<TAB>live<TAB>peak}, sorted.
 * Figures are exact, so nothing is tolerated. With {@code -Dperilune.heap.baseline=write} the source file is rewritten
 * instead: the lines of all test classes that ran are replaced, others stay.
 */
final class HeapBaseline implements AutoCloseable {
    /** Name of the switch. */
    static final String SWITCH = "perilune.heap.baseline";
    /** Name of the option that says where the source file lies, where it is not found by itself. */
    static final String FILE_OPTION = "perilune.heap.baseline.file";

    private static final String FILE = "heap.baseline";

    /** Null in a module without a baseline. */
    private final BaselineFile recorded;
    /** Where to write; null when only comparing. */
    private final Path target;
    /** What the tests of this run cost, for writing. */
    private final Map<String, HeapFigures> measured = new ConcurrentSkipListMap<>();

    HeapBaseline(BaselineFile recorded, Path target) {
        this.recorded = recorded;
        this.target = target;
    }

    /** The baseline of the module under test. */
    static HeapBaseline of(ExtensionContext context) {
        Path source =
                context.getConfigurationParameter(FILE_OPTION).map(Path::of).orElseGet(HeapBaseline::source);
        if (context.getConfigurationParameter(SWITCH).filter("write"::equals).isPresent()) {
            return new HeapBaseline(BaselineFile.read(source), source);
        }
        Path compared = context.getConfigurationParameter(FILE_OPTION).isPresent()
                ? source
                : onClassPath(context.getRequiredTestClass().getClassLoader());
        return new HeapBaseline(compared == null ? null : BaselineFile.read(compared), null);
    }

    private static Path onClassPath(ClassLoader loader) {
        URL url = loader.getResource(FILE);
        try {
            // In a jar it is another module's.
            return url == null || !url.getProtocol().equals("file") ? null : Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the test resources of the module whose tests run; build tools run them in its folder, or name it. */
    private static Path source() {
        Path module = Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
        Path usual = module.resolve("src/test/resources");
        return (Files.isDirectory(usual) ? usual : module.resolve("resources")).resolve(FILE);
    }

    /** Compares what a test has cost with its line, or records it. */
    void check(String test, HeapFigures figures) {
        if (target != null) {
            measured.put(test, figures);
        } else if (recorded != null) {
            compare(test, figures, recorded.find(test));
        }
    }

    private static void compare(String test, HeapFigures figures, HeapFigures line) {
        String hint = "; if that is meant, run the tests with -D" + SWITCH + "=write and review " + FILE;
        if (line == null) {
            throw new AssertionError(FILE + " has no line for this test, which would be\n"
                    + BaselineFile.line(test, figures) + "\n" + hint.substring(2));
        }
        if (!line.equals(figures)) {
            throw new AssertionError("heap of " + test + " differs from " + FILE + ": live "
                    + change(line.live(), figures.live()) + ", peak " + change(line.peak(), figures.peak()) + hint);
        }
    }

    private static String change(long before, long now) {
        return before == now
                ? now + " bytes as before"
                : String.format("%d bytes instead of %d (%+d)", now, before, now - before);
    }

    /** Called by the store when all tests have run. */
    @Override
    public void close() {
        if (target != null && !measured.isEmpty()) {
            try {
                recorded.with(measured).write(target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
