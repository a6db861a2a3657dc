package org.perilune.srcdiet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns the sources of modules into what {@code fast} loads: cut at their markers, minified, verified. */
public final class FastSource {
    private FastSource() {}

    /** A piece before and after minifying. */
    public record Prepared(Piece raw, Piece piece) {}

    /**
     * Prepares a file, or all .lua files of a folder (not of its subfolders) in the order of their names.
     *
     * @throws DietException if a source is no valid module, a piece is no program on its own, or two pieces share a name
     */
    public static List<Prepared> prepare(Path fileOrFolder, DietLevel level, BytecodeCompiler compiler)
            throws IOException {
        List<Prepared> prepared = new ArrayList<>();
        Map<String, Piece> byName = new HashMap<>();
        for (Path file : files(fileOrFolder)) {
            for (Piece raw : Splitter.split(LuaSource.read(file))) {
                Piece earlier = byName.putIfAbsent(raw.name(), raw);
                if (earlier != null) {
                    throw new DietException(
                            raw.sourceFile(),
                            raw.firstLine(),
                            "piece '" + raw.name() + "' is also in " + earlier.sourceFile() + "; rename one of them");
                }
                prepared.add(new Prepared(raw, raw.minified(level, compiler)));
            }
        }
        return List.copyOf(prepared);
    }

    private static List<Path> files(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> entries = Files.list(fileOrFolder)) {
            return entries.filter(file -> file.toString().endsWith(".lua") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }
}
