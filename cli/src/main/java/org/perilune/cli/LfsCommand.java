package org.perilune.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.perilune.lfs.FunctionSize;
import org.perilune.lfs.LfsBuilder;
import org.perilune.lfs.LfsFile;
import org.perilune.lfs.LfsFormatException;
import org.perilune.lfs.LfsImage;
import org.perilune.lfs.LfsReload;
import org.perilune.runtime.value.LuaString;
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
    /** Widest text of a string that is listed. */
    private static final int WIDEST = 100;

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
            summary(out, file, content.length, opened, image);
            modules(out, image, functions);
            if (strings) {
                strings(out, image);
            }
            out.flush();
            return 0;
        } catch (LfsFormatException e) {
            throw Failure.program(file + ": " + e.getMessage());
        }
    }

    private static void summary(PrintWriter out, Path file, int fileSize, LfsFile opened, LfsImage image) {
        int functions = image.modules().stream()
                .mapToInt(m -> FunctionSize.of(m).size())
                .sum();
        int[] text = {0};
        image.strings().forEach(string -> text[0] += string.length());
        out.printf(Locale.ROOT, "image      %s, %d bytes%n", file, fileSize);
        out.printf(Locale.ROOT, "in flash   %d bytes%n", image.size());
        out.printf(Locale.ROOT, "target     %s%n", image.target().describe());
        out.printf(
                Locale.ROOT,
                "address    %s%n",
                opened.isRelocatable() ? "any" : String.format(Locale.ROOT, "0x%08x", opened.address()));
        out.printf(Locale.ROOT, "built      %s (%.0f)%n", Instant.ofEpochSecond((long) image.time()), image.time());
        out.printf(Locale.ROOT, "modules    %d%n", image.modules().size());
        out.printf(Locale.ROOT, "functions  %d%n", functions);
        out.printf(
                Locale.ROOT,
                "strings    %d, %d bytes of text%n%n",
                image.strings().count(),
                text[0]);
    }

    private static void modules(PrintWriter out, LfsImage image, boolean each) {
        List<String> names = image.moduleNames();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        String row = "%-" + Math.max(width, "module".length()) + "s %9s %12s %9s %7s%n";
        out.printf(Locale.ROOT, row, "module", "functions", "instructions", "constants", "bytes");
        for (int i = 0; i < names.size(); i++) {
            List<FunctionSize> sizes = FunctionSize.of(image.modules().get(i));
            out.printf(
                    Locale.ROOT,
                    row,
                    printable(names.get(i)),
                    sizes.size(),
                    sizes.stream().mapToInt(FunctionSize::instructions).sum(),
                    sizes.stream().mapToInt(FunctionSize::constants).sum(),
                    sizes.stream().mapToInt(FunctionSize::bytes).sum());
            if (each) {
                for (FunctionSize size : sizes) {
                    out.printf(
                            Locale.ROOT,
                            "  %s: %d instructions, %d constants, %d bytes%n",
                            printable(size.name()),
                            size.instructions(),
                            size.constants(),
                            size.bytes());
                }
            }
        }
    }

    private static void strings(PrintWriter out, LfsImage image) {
        List<LuaString> all = new ArrayList<>();
        image.strings().forEach(all::add);
        out.printf("%nstrings, with their lengths%n");
        all.stream()
                .map(string -> String.format(Locale.ROOT, "%7d \"%s\"", string.length(), printable(string.toString())))
                .sorted()
                .forEach(out::println);
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        for (char c : text.substring(0, Math.min(text.length(), WIDEST)).toCharArray()) {
            printable.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format(Locale.ROOT, "\\%03d", (int) c));
        }
        return text.length() > WIDEST ? printable + "..." : printable.toString();
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
