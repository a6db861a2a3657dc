package org.perilune.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.perilune.board.storage.FileStore;

/** Fills a board's flat file system from a folder of the host: {@code http/a.html} becomes one name with a "/" in it. */
final class FolderImport {
    private FolderImport() {}

    /** Copies all files, those of subfolders too; hidden ones stay behind. */
    static void copy(Path folder, FileStore store) {
        files(folder).forEach((name, file) -> copyFile(file, name, store));
    }

    /** All files by their names on a board, those of subfolders too, without hidden ones. */
    static Map<String, Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Failure.usage(folder + (Files.exists(folder) ? ": is no folder" : ": no such file or folder"));
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw Failure.usage(folder + ": access denied; check its permissions");
        }
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .forEach(file -> files.put(name(folder.relativize(file).toString()), file));
        } catch (IOException | java.io.UncheckedIOException e) {
            throw Failure.usage(folder + ": " + e.getMessage());
        }
        return files;
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** A name's bytes are UTF-8, each kept as one character as the board has them. */
    static String name(String text) {
        return new String(text.replace('\\', '/').getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Copies one file under a name of the board's. */
    static void copyFile(Path file, String name, FileStore store) {
        checkName(file, name);
        if (!store.write(name, HostFiles.read(file))) {
            throw Failure.usage(file + ": does not fit on the board's file system of " + store.totalBytes() + " bytes");
        }
    }

    static void checkName(Path file, String name) {
        if (name.length() > FileStore.MAX_NAME) {
            throw Failure.usage(file + ": its name has " + name.length() + " bytes on the board, at most "
                    + FileStore.MAX_NAME + " fit; rename it");
        }
    }
}
