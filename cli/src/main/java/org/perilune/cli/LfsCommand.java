package org.perilune.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.perilune.lfs.LfsBuilder;
import org.perilune.lfs.LfsFile;
import org.perilune.lfs.LfsFormatException;
import org.perilune.lfs.LfsImage;
import org.perilune.lfs.LfsReload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "lfs",
        description = "Looks into LFS images: Lua modules that a board runs from flash.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class LfsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "inspect or verify?");
    }

    @Command(name = "inspect", description = "Lists what an image holds.", mixinStandardHelpOptions = true)
    int inspect(
            @Parameters(paramLabel = "IMG", description = "an image of either kind") Path file,
            @Option(names = "--functions", description = "list each function as well") boolean functions,
            @Option(names = "--strings", description = "list each string as well") boolean strings) {
        byte[] content = HostFiles.read(file);
        try {
            LfsFile opened = LfsFile.open(content, LfsBuilder.LARGEST);
            LfsImage image = LfsImage.read(opened.at(opened.address()), opened.address());
            PrintWriter out = spec.commandLine().getOut();
            LfsReport report = new LfsReport(image, out);
            report.summary(file, content.length, opened);
            report.modules(functions);
            if (strings) {
                report.strings();
            }
            out.flush();
            return 0;
        } catch (LfsFormatException e) {
            throw Failure.program(file + ": " + e.getMessage());
        }
    }

    @Command(
            name = "verify",
            description = "Says whether a board would take an image, and if not, why; the exit code is 0 or 1.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "IMG", description = "an image of either kind") Path file,
            @Option(
                            names = "--address",
                            paramLabel = "ADDR",
                            converter = WordNumber.class,
                            description = "where the processor sees the board's LFS region (default: where the image"
                                    + " wants it)")
                    Integer address,
            @Option(
                            names = "--size",
                            paramLabel = "BYTES",
                            converter = ByteCount.class,
                            defaultValue = "64K",
                            description = "size of the board's LFS region (default: ${DEFAULT-VALUE})")
                    int size) {
        try {
            LfsFile opened = LfsFile.open(HostFiles.read(file), size);
            int base = address == null ? opened.address() : address;
            LfsImage image = LfsImage.read(opened.at(base), base);
            String how = opened.isRelocatable()
                    ? "node.LFS.reload takes it with " + LfsReload.workingMemory(image.size()) + " bytes of heap"
                    : String.format(
                            Locale.ROOT, "it must be flashed at 0x%08x, node.LFS.reload takes no such image", base);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "%s: right for %s, needs %d of %d bytes; %s%n",
                    file,
                    image.target().describe(),
                    image.size(),
                    size,
                    how);
            out.flush();
            return 0;
        } catch (LfsFormatException e) {
            throw Failure.program(file + ": " + e.getMessage());
        }
    }
}
