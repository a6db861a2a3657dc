package org.perilune.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.perilune.srcdiet.LuaSource;
import org.perilune.srcdiet.Piece;
import org.perilune.srcdiet.Splitter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "split",
        description = "Cuts a Lua file at its --[[SPLIT ...]] markers into one file a piece.",
        mixinStandardHelpOptions = true)
final class SplitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the source, whole")
    private Path file;

    @Option(names = "-d", paramLabel = "DIR", required = true, description = "folder for the pieces; made if missing")
    private Path folder;

    @Override
    public Integer call() {
        List<Piece> pieces = Splitter.split(LuaSource.of(file.toString(), HostFiles.read(file)));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.usage(folder + ": " + HostFiles.reason(e));
        }
        for (Piece piece : pieces) {
            Path target = folder.resolve(piece.name() + ".lua");
            HostFiles.write(target, piece.bytes());
            spec.commandLine()
                    .getOut()
                    .printf("%s:%d -> %s, %d bytes%n", file, piece.firstLine(), target, piece.bytes().length);
        }
        return 0;
    }
}
