package org.perilune.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.perilune.board.HostFolder;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsEntry;

/** Copies files of a file system to the host. */
final class FsGet {
    private FsGet() {}

    /** The files that a name on the board stands for: one, or with a "/" at the end all below that, "/" alone all. */
    static List<SpiffsEntry> select(Spiffs files, String name) throws IOException {
        String onBoard = HostFolder.name(name);
        SpiffsEntry one = files.stat(onBoard);
        if (one != null || !onBoard.endsWith("/")) {
            return one == null ? List.of() : List.of(one);
        }
        String prefix = prefix(name);
        return files.list().stream()
                .filter(file -> file.name().startsWith(prefix))
                .sorted(Comparator.comparing(SpiffsEntry::name))
                .toList();
    }

    private static String prefix(String name) {
        return name.equals("/") ? "" : HostFolder.name(name);
    }

    /** Copies one file to a file, into a folder or to the standard output. */
    static void copy(Spiffs files, SpiffsEntry file, Path target) throws IOException {
        if (target != null && HostFiles.isStandardStream(target)) {
            HostFiles.writeStream(target, FlashFiles.content(files, file));
            return;
        }
        String name = HostFiles.shown(file.name());
        String last = name.substring(name.lastIndexOf('/') + 1);
        Path to = target == null ? Path.of(last) : target;
        write(Files.isDirectory(to) ? to.resolve(last) : to, FlashFiles.content(files, file));
    }

    /** Copies what lies below a name into a folder of the host, with the folders in the names. */
    static void copyAll(Spiffs files, List<SpiffsEntry> chosen, String name, Path folder, PrintWriter out)
            throws IOException {
        if (HostFiles.isStandardStream(folder)) {
            throw Failure.usage("'" + name + "' stands for many files, and - takes one; name a folder");
        }
        Map<SpiffsEntry, Path> targets = new LinkedHashMap<>();
        for (SpiffsEntry file : chosen) {
            targets.put(file, inside(folder, file.name().substring(prefix(name).length()), file));
        }
        List<String> lines = new ArrayList<>();
        try (Progress progress =
                Progress.of("get", chosen.stream().mapToLong(SpiffsEntry::size).sum())) {
            for (Map.Entry<SpiffsEntry, Path> target : targets.entrySet()) {
                SpiffsEntry file = target.getKey();
                boolean written = write(target.getValue(), FlashFiles.content(files, file));
                lines.add(
                        written
                                ? "get        " + target.getValue() + " (" + file.size() + " bytes)"
                                : "unchanged  " + target.getValue());
                progress.add(file.size());
            }
        } finally {
            lines.forEach(out::println);
        }
    }

    /** Where a file goes; names in an image are nobody's promise, so one that leads out of the folder is refused. */
    private static Path inside(Path folder, String name, SpiffsEntry file) {
        String text = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        try {
            boolean plain = Arrays.stream(text.split("/", -1))
                    .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
            Path path = folder.resolve(text).normalize();
            if (plain && path.startsWith(folder.normalize()) && !Path.of(text).isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw Failure.usage("'" + HostFiles.shown(file.name())
                + "' on the board cannot be a file's name here; get it alone and give it another");
    }

    /** Writes a file unless it has that content already; whether it did. */
    private static boolean write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(content, HostFiles.read(file))) {
            return false;
        }
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        HostFiles.write(file, content);
        return true;
    }
}
