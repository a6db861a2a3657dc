package org.perilune.srcdiet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes pieces as files, NAME.lua each, and one index beside them. A line of the index holds, separated by tabs: the name
 * of the piece, its module, "first" or "-", its bytes, its file, the source file, the line on which it begins there. "first"
 * marks the first piece of a module that markers divide: whoever loads it sets the global FAST_module to true before.
 */
public final class FastBundleWriter {
    public static final String INDEX = "index.tsv";

    private static final String HEADER = """
            # generated from the Lua sources by the build; do not edit
            # name\tmodule\tfirst\tbytes\tfile\tsource\tline
            """;

    private FastBundleWriter() {}

    /** Writes into a folder, which is created; the source column holds file names only, so that builds repeat anywhere. */
    public static void write(List<Piece> pieces, Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder index = new StringBuilder(HEADER);
        for (Piece piece : pieces) {
            String file = piece.name() + ".lua";
            Files.write(folder.resolve(file), piece.bytes());
            index.append(String.join(
                            "\t",
                            piece.name(),
                            piece.module(),
                            piece.first() ? "first" : "-",
                            Integer.toString(piece.source().size()),
                            file,
                            String.valueOf(Path.of(piece.sourceFile()).getFileName()),
                            Integer.toString(piece.firstLine())))
                    .append('\n');
        }
        Files.writeString(folder.resolve(INDEX), index, StandardCharsets.UTF_8);
    }
}
