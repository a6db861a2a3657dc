package org.perilune.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.perilune.board.HostFolder;
import org.perilune.flash.spiffs.CheckReport;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsEntry;
import org.perilune.flash.spiffs.SpiffsInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fs",
        description = "Works on the file system in a SPIFFS image or in a board's chip file.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class FsCommand implements Runnable {
    private static final String IMAGE = "a SPIFFS image, or a chip file as run --flash keeps";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "ls, get, put, rm, df, check or format?");
    }

    /** Flushes itself after each line. */
    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Command(name = "ls", description = "Lists files: size and name.", mixinStandardHelpOptions = true)
    int list(@Parameters(paramLabel = "IMG", description = IMAGE) Path image) {
        return FlashFiles.read(image, files -> {
            files.list().stream()
                    .sorted(Comparator.comparing(SpiffsEntry::name))
                    .forEach(file -> out().printf("%8d  %s%n", file.size(), HostFiles.shown(file.name())));
            return 0;
        });
    }

    @Command(
            name = "get",
            description = "Copies a file to the host, or all files below a name; what is there already is left alone.",
            mixinStandardHelpOptions = true)
    int get(
            @Parameters(paramLabel = "IMG", description = IMAGE) Path image,
            @Parameters(
                            paramLabel = "NAME",
                            description =
                                    "its name on the board; with '/' at the end all files below it, '/' alone all")
                    String name,
            @Parameters(
                            paramLabel = "FILE",
                            arity = "0..1",
                            description =
                                    "where to (default: the name's last part, or for many this folder); for one file - is"
                                            + " the standard output")
                    Path target) {
        return FlashFiles.read(image, files -> {
            List<SpiffsEntry> chosen = select(files, image, name);
            if (files.stat(HostFolder.name(name)) != null) {
                FsGet.copy(files, chosen.get(0), target);
            } else {
                FsGet.copyAll(files, chosen, name, target == null ? Path.of("") : target, out());
            }
            return 0;
        });
    }

    private static List<SpiffsEntry> select(Spiffs files, Path image, String name) throws IOException {
        List<SpiffsEntry> chosen = FsGet.select(files, name);
        if (chosen.isEmpty()) {
            throw noSuchFile(image, name);
        }
        return chosen;
    }

    private static Failure noSuchFile(Path image, String name) {
        return Failure.usage(image + ": has no file '" + name + "'; fs ls tells what it has");
    }

    @Command(
            name = "put",
            description = "Copies files and the content of folders to the board; what is there already is left alone.",
            mixinStandardHelpOptions = true)
    int put(
            @Parameters(paramLabel = "IMG", description = IMAGE) Path image,
            @Parameters(
                            paramLabel = "FILE",
                            arity = "1..*",
                            description = "files and folders; the last may be the name on the board, if no file has it,"
                                    + " or a folder there, if it ends with '/'; - NAME puts the standard input")
                    List<String> arguments) {
        FsPut put = new FsPut(arguments);
        return FlashFiles.change(image, files -> {
            put.copyTo(files, out());
            return 0;
        });
    }

    @Command(name = "rm", description = "Removes files.", mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "IMG", description = IMAGE) Path image,
            @Parameters(
                            paramLabel = "NAME",
                            arity = "1..*",
                            description =
                                    "their names on the board; with '/' at the end all files below, '/' alone all")
                    List<String> names) {
        return FlashFiles.change(image, files -> {
            for (String name : names) {
                for (SpiffsEntry file : select(files, image, name)) {
                    files.remove(file.name());
                }
            }
            return 0;
        });
    }

    @Command(name = "df", description = "Says how full it is, in bytes.", mixinStandardHelpOptions = true)
    int free(@Parameters(paramLabel = "IMG", description = IMAGE) Path image) {
        return FlashFiles.read(image, files -> {
            SpiffsInfo info = files.info();
            out().printf("%8s %8s %8s %6s%n", "total", "used", "free", "files");
            out().printf(
                            "%8d %8d %8d %6d%n",
                            info.totalBytes(),
                            info.usedBytes(),
                            info.totalBytes() - info.usedBytes(),
                            files.list().size());
            return 0;
        });
    }

    @Command(
            name = "check",
            description = "Says what interrupted writes or damage left; the exit code is 0 when there is nothing.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "IMG", description = IMAGE) Path image,
            @Option(names = "--repair", description = "put it right in the image; else it stays as it is")
                    boolean repair) {
        FlashFiles.Task task = files -> {
            CheckReport report = files.check();
            report.messages().forEach(message -> out().println(HostFiles.shown(message)));
            out().println(
                            report.isClean()
                                    ? image + ": sound, " + files.list().size() + " files"
                                    : image + ": " + report.messages().size() + " faults, " + report.freedPages()
                                            + " pages in use by nothing"
                                            + (repair ? "; put right" : "; --repair puts it right"));
            return report.isClean() || repair ? 0 : 1;
        };
        return repair ? FlashFiles.change(image, task) : FlashFiles.read(image, task);
    }

    @Command(
            name = "format",
            description = "Makes an empty file system: in a new image, or in place of the one that is there.",
            mixinStandardHelpOptions = true)
    int format(
            @Parameters(paramLabel = "IMG", description = IMAGE) Path image,
            @Option(
                            names = "--size",
                            paramLabel = "BYTES",
                            converter = ByteCount.class,
                            description = "size of a new image, such as 256K")
                    Integer size) {
        FsFormat.format(image, size);
        return 0;
    }
}
