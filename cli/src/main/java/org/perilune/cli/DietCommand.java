package org.perilune.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.perilune.srcdiet.BoardCompiler;
import org.perilune.srcdiet.DietLevel;
import org.perilune.srcdiet.DietResult;
import org.perilune.srcdiet.LuaSource;
import org.perilune.srcdiet.Minifier;
import org.perilune.srcdiet.Renaming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diet",
        description = "Minifies Lua files; what would not compile to the same bytecode is never written.",
        mixinStandardHelpOptions = true)
final class DietCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Lua sources")
    private List<Path> files;

    @Option(names = "-o", paramLabel = "OUT", description = "where the result goes (default: FILE with .min.lua)")
    private Path out;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private DietLevel level = DietLevel.DEFAULT;

    @Option(names = "--keep-lines", description = "every line stays a line, for messages that name the right one")
    private boolean keepLines;

    @Option(names = "--map-out", paramLabel = "F", description = "writes which local was renamed to what, as a TSV")
    private Path map;

    @Override
    public Integer call() {
        if (files.size() > 1 && (out != null || map != null)) {
            throw new ParameterException(spec.commandLine(), "-o and --map-out go with one FILE");
        }
        for (Path file : files) {
            minify(file);
        }
        return 0;
    }

    private void minify(Path file) {
        LuaSource source = LuaSource.of(file.toString(), HostFiles.read(file));
        BoardCompiler compiler = new BoardCompiler();
        DietResult result = keepLines
                ? Minifier.minifyKeepingLines(source, level, compiler)
                : Minifier.minify(source, level, compiler);
        Path target = out != null ? out : minifiedName(file);
        HostFiles.write(target, result.source().bytes());
        spec.commandLine()
                .getOut()
                .printf(
                        "%s -> %s, %d -> %d bytes%n",
                        file, target, source.size(), result.source().size());
        if (map != null) {
            StringBuilder lines = new StringBuilder("line\tfrom\tto\n");
            for (Renaming renaming : result.renamings()) {
                lines.append(renaming.line()).append('\t').append(renaming.from());
                lines.append('\t').append(renaming.to()).append('\n');
            }
            HostFiles.write(map, lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Path minifiedName(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(".lua") ? name.substring(0, name.length() - 4) : name;
        return file.resolveSibling(stem + ".min.lua");
    }
}
