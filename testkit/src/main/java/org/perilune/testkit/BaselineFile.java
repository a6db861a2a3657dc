package org.perilune.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The lines of a heap baseline. Lines that begin with {@code #} are comments; the head of the file is one. */
final class BaselineFile {
    private static final String HEAD = "# test, device bytes live at its end, most device bytes in use; exact."
            + " Rewritten with -Dperilune.heap.baseline=write.";
    private static final int COLUMNS = 3;

    private final Map<String, HeapFigures> lines;

    private BaselineFile(Map<String, HeapFigures> lines) {
        this.lines = lines;
    }

    /** Reads a file; one that does not exist has no lines. */
    static BaselineFile read(Path file) {
        Map<String, HeapFigures> lines = new TreeMap<>();
        if (Files.exists(file)) {
            int number = 0;
            for (String line : readLines(file)) {
                number++;
                if (!line.isEmpty() && !line.startsWith("#")) {
                    add(lines, line, file + ":" + number);
                }
            }
        }
        return new BaselineFile(lines);
    }

    private static Iterable<String> readLines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, HeapFigures> lines, String line, String where) {
        String[] columns = line.split("\t", -1);
        try {
            if (columns.length == COLUMNS) {
                lines.put(columns[0], new HeapFigures(Long.parseLong(columns[1]), Long.parseLong(columns[2])));
                return;
            }
        } catch (NumberFormatException e) {
            throw new IllegalStateException(where + ": not a number in '" + line + "'", e);
        }
        throw new IllegalStateException(where + ": a line is test<TAB>live<TAB>peak, not '" + line + "'");
    }

    static String line(String test, HeapFigures figures) {
        return test + "\t" + figures.live() + "\t" + figures.peak();
    }

    /** A test's figures, or null. */
    HeapFigures find(String test) {
        return lines.get(test);
    }

    /** These lines, with all lines of the classes that were measured replaced. */
    BaselineFile with(Map<String, HeapFigures> measured) {
        Set<String> classes =
                measured.keySet().stream().map(BaselineFile::classOf).collect(Collectors.toSet());
        Map<String, HeapFigures> all = new TreeMap<>(lines);
        all.keySet().removeIf(test -> classes.contains(classOf(test)));
        all.putAll(measured);
        return new BaselineFile(all);
    }

    private static String classOf(String test) {
        int bracket = test.indexOf('(');
        String method = bracket < 0 ? test : test.substring(0, bracket);
        return method.substring(0, Math.max(0, method.lastIndexOf('.')));
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        lines.forEach((test, figures) -> text.append(line(test, figures)).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
