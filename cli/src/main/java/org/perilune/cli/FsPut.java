package org.perilune.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.perilune.flash.spiffs.NoSpaceException;
import org.perilune.flash.spiffs.OpenMode;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsEntry;
import org.perilune.flash.spiffs.SpiffsFile;

/** Copies files of the host into a file system. */
final class FsPut {
    private final Map<String, Path> files = new LinkedHashMap<>();

    /** @param arguments files and folders, and at the end perhaps a name, or a folder that ends with "/" */
    FsPut(List<String> arguments) {
        String last = arguments.get(arguments.size() - 1);
        boolean toFolder = last.endsWith("/");
        boolean hasTarget = arguments.size() > 1 && (toFolder || !Files.exists(Path.of(last)));
        List<String> sources = hasTarget ? arguments.subList(0, arguments.size() - 1) : arguments;
        if (hasTarget && !toFolder && (sources.size() > 1 || Files.isDirectory(Path.of(sources.get(0))))) {
            throw Failure.usage(last + ": no such file or folder; to put files into a folder of the board, end its name"
                    + " with '/'");
        }
        for (String source : sources) {
            Path path = Path.of(source);
            if (!Files.exists(path)) {
                throw Failure.usage(source + ": no such file or folder");
            } else if (Files.isDirectory(path)) {
                FolderImport.files(path).forEach((name, file) -> add(toFolder && hasTarget ? last : "", name, file));
            } else if (hasTarget && !toFolder) {
                add("", FolderImport.name(last), path);
            } else {
                add(hasTarget ? last : "", FolderImport.name(String.valueOf(path.getFileName())), path);
            }
        }
    }

    private void add(String folder, String name, Path file) {
        String whole = FolderImport.name(folder) + name;
        FolderImport.checkName(file, whole);
        Path other = files.put(whole, file);
        if (other != null) {
            throw Failure.usage(file + ": would take the place of " + other + ", both are " + HostFiles.shown(whole)
                    + " on the board");
        }
    }

    void copyTo(Spiffs target, PrintWriter out) throws IOException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            copy(target, file.getKey(), file.getValue(), out);
        }
    }

    private static void copy(Spiffs target, String name, Path from, PrintWriter out) throws IOException {
        byte[] content = HostFiles.read(from);
        SpiffsEntry there = target.stat(name);
        if (there != null
                && there.size() == content.length
                && Arrays.equals(content, FlashFiles.content(target, there))) {
            out.printf("unchanged  %s%n", HostFiles.shown(name));
            return;
        }
        try (SpiffsFile file = target.openForHost(name, OpenMode.WRITE)) {
            file.write(content, 0, content.length);
            file.flush();
        } catch (NoSpaceException e) {
            if (target.stat(name) != null) {
                target.remove(name);
            }
            throw Failure.usage(from + ": its " + content.length + " bytes do not fit, "
                    + (target.info().totalBytes() - target.info().usedBytes()) + " are free; "
                    + HostFiles.shown(name) + " is not on the board now");
        }
        out.printf("put        %s (%d bytes)%n", HostFiles.shown(name), content.length);
    }
}
