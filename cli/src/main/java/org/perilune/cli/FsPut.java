package org.perilune.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.perilune.board.HostFolder;
import org.perilune.flash.spiffs.NoSpaceException;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsEntry;

/** Copies files of the host into a file system. */
final class FsPut {
    private final Map<String, Path> files = new LinkedHashMap<>();

    /** @param arguments files and folders, and at the end perhaps a name, or a folder that ends with "/" */
    FsPut(List<String> arguments) {
        String last = arguments.get(arguments.size() - 1);
        if (HostFiles.isStandardStream(Path.of(arguments.get(0)))) {
            if (arguments.size() != 2 || last.endsWith("/")) {
                throw Failure.usage("- is the standard input, one file: give its name on the board, and no more");
            }
            add("", HostFolder.name(last), Path.of("-"));
            return;
        }
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
                HostFolder.files(path).forEach((name, file) -> add(toFolder && hasTarget ? last : "", name, file));
            } else if (hasTarget && !toFolder) {
                add("", HostFolder.name(last), path);
            } else {
                add(hasTarget ? last : "", HostFolder.name(String.valueOf(path.getFileName())), path);
            }
        }
    }

    private void add(String folder, String name, Path file) {
        String whole = HostFolder.name(folder) + name;
        HostFolder.checkName(file, whole);
        Path other = files.put(whole, file);
        if (other != null) {
            throw Failure.usage(file + ": would take the place of " + other + ", both are " + HostFiles.shown(whole)
                    + " on the board");
        }
    }

    void copyTo(Spiffs target, PrintWriter out) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((name, file) -> contents.put(name, HostFiles.readStream(file)));
        long bytes =
                contents.values().stream().mapToLong(content -> content.length).sum();
        List<String> lines = new ArrayList<>();
        try (Progress progress = Progress.of("put", bytes)) {
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                lines.add(copy(target, file.getKey(), file.getValue()));
                progress.add(file.getValue().length);
            }
        } finally {
            lines.forEach(out::println);
        }
    }

    private String copy(Spiffs target, String name, byte[] content) throws IOException {
        SpiffsEntry there = target.stat(name);
        if (there != null
                && there.size() == content.length
                && Arrays.equals(content, FlashFiles.content(target, there))) {
            return "unchanged  " + HostFiles.shown(name);
        }
        String put = "put        " + HostFiles.shown(name) + " (" + content.length + " bytes)";
        try {
            target.replace(name, content);
            return put;
        } catch (NoSpaceException e) {
            if (there == null) {
                throw doesNotFit(target, name, content, "");
            }
        }
        replaceInPlace(target, name, content, FlashFiles.content(target, there));
        return put + ", the old version removed first: there was no room for both";
    }

    /** Removes the old version before the new one is written; if that does not fit either, the old one comes back. */
    private void replaceInPlace(Spiffs target, String name, byte[] content, byte[] old) throws IOException {
        target.remove(name);
        try {
            target.replace(name, content);
        } catch (NoSpaceException e) {
            try {
                target.replace(name, old);
            } catch (NoSpaceException alas) {
                throw doesNotFit(target, name, content, "; " + HostFiles.shown(name) + " is not on the board now");
            }
            throw doesNotFit(target, name, content, "; the old version of " + HostFiles.shown(name) + " stays");
        }
    }

    private Failure doesNotFit(Spiffs target, String name, byte[] content, String rest) throws IOException {
        int free = target.info().totalBytes() - target.info().usedBytes();
        return Failure.usage(
                files.get(name) + ": its " + content.length + " bytes do not fit, " + free + " are free" + rest);
    }
}
