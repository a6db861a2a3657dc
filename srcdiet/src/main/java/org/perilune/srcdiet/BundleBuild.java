package org.perilune.srcdiet;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.perilune.srcdiet.FastSource.Prepared;

/** The build step behind {@code fast}: a folder of Lua sources becomes a folder of minified pieces with an index. */
public final class BundleBuild {
    private static final String USAGE = "usage: BundleBuild SOURCE-FOLDER OUTPUT-FOLDER MAX-BYTES-PER-PIECE";

    private BundleBuild() {}

    /** The build's entry, see {@link #run}; a fault ends the build with its message. */
    public static void main(String[] arguments) throws IOException {
        run(List.of(arguments), new BoardCompiler(), System.out);
    }

    /**
     * Builds a bundle and prints what each piece weighs before and after.
     *
     * @param arguments source folder, output folder, the most bytes a piece may have
     * @throws DietException if a source or the size of a piece is refused; nothing is written then
     */
    public static void run(List<String> arguments, BytecodeCompiler compiler, PrintStream out) throws IOException {
        if (arguments.size() != 3 || !arguments.get(2).matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(USAGE);
        }
        Path sources = Path.of(arguments.get(0));
        if (!Files.isDirectory(sources)) {
            throw new DietException(sources.toString(), 0, "no such folder; give the folder that holds the .lua files");
        }
        List<Prepared> prepared = FastSource.prepare(sources, DietLevel.MAXIMUM, compiler);
        int limit = Integer.parseInt(arguments.get(2));
        prepared.forEach(one -> checkSize(one.piece(), limit));
        FastBundleWriter.write(prepared.stream().map(Prepared::piece).toList(), Path.of(arguments.get(1)));
        report(prepared, out);
    }

    private static void checkSize(Piece piece, int limit) {
        if (piece.source().size() > limit) {
            throw new DietException(
                    piece.sourceFile(),
                    piece.firstLine(),
                    "piece '" + piece.name() + "' has " + piece.source().size() + " bytes minified, the limit is "
                            + limit + "; cut it with --[[SPLIT HERE name]]");
        }
    }

    private static void report(List<Prepared> prepared, PrintStream out) {
        int before = 0;
        int after = 0;
        for (Prepared one : prepared) {
            print(
                    out,
                    one.piece().name(),
                    one.raw().source().size(),
                    one.piece().source().size());
            before += one.raw().source().size();
            after += one.piece().source().size();
        }
        print(out, "total of " + prepared.size(), before, after);
    }

    private static void print(PrintStream out, String name, int before, int after) {
        out.printf("%-24s %7d -> %7d bytes%n", name, before, after);
    }
}
