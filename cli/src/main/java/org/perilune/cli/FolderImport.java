package org.perilune.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.perilune.board.storage.FileStore;

/** Fills a board's flat file system from a folder of the host: {@code http/a.html} becomes one name with a "/" in it. */
final class FolderImport {
    private FolderImport() {}

    /** Copies all files, those of subfolders too; hidden ones stay behind. */
    static void copy(Path folder, FileStore store) {
        if (!Files.isDirectory(folder)) {
            throw Failure.usage(folder + (Files.exists(folder) ? ": is no folder" : ": no such file or folder"));
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw Failure.usage(folder + ": access denied; check its permissions");
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw Failure.usage(folder + ": " + e.getMessage());
        }
        for (Path file : files) {
            copyFile(file, nameOf(folder.relativize(file)), store);
        }
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
    private static String nameOf(Path relative) {
        byte[] utf8 = relative.toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.ISO_8859_1);
    }

    /** Copies one file under a name of the board's. */
    static void copyFile(Path file, String name, FileStore store) {
        if (name.length() > FileStore.MAX_NAME) {
            throw Failure.usage(file + ": its name has " + name.length() + " bytes on the board, at most "
                    + FileStore.MAX_NAME + " fit; rename it");
        }
        if (!store.write(name, HostFiles.read(file))) {
            throw Failure.usage(file + ": does not fit on the board's file system of " + store.totalBytes() + " bytes");
        }
    }
}
