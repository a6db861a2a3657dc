package org.perilune.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.perilune.board.BoardException;
import org.perilune.board.storage.FileStore;

/** Fills a board's flat file system from a folder of the host: {@code http/a.html} becomes one name with a "/" in it. */
final class BoardFiles {
    private BoardFiles() {}

    /** Copies all files, those of subfolders too; hidden ones stay behind. */
    static void copy(Path folder, FileStore store) {
        if (!Files.isDirectory(folder)) {
            throw new BoardException(folder + ": no such folder");
        }
        try {
            for (Path file : files(folder)) {
                copyFile(file, nameOf(folder.relativize(file)), store);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BoardException(folder + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static void copyFile(Path file, String name, FileStore store) throws IOException {
        if (name.length() > FileStore.MAX_NAME) {
            throw new BoardException(file + ": its name is longer than the " + FileStore.MAX_NAME
                    + " bytes that fit on a board; rename it");
        }
        if (!store.write(name, Files.readAllBytes(file))) {
            throw new BoardException(file + ": does not fit on the board's file system");
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
}
