package org.perilune.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.perilune.board.storage.FileStore;

/** A folder of the host in a board's flat file system: {@code http/a.html} becomes one name with a "/" in it. */
public final class HostFolder {
    private HostFolder() {}

    /** Copies all files, those of subfolders too; hidden ones stay behind. */
    public static void copy(Path folder, FileStore store) {
        files(folder).forEach((name, file) -> copyFile(file, name, store));
    }

    /** All files by their names on a board, those of subfolders too, without hidden ones. */
    public static Map<String, Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BoardException(folder + (Files.exists(folder) ? ": is no folder" : ": no such file or folder"));
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw denied(folder);
        }
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .forEach(file -> files.put(name(folder.relativize(file).toString()), file));
        } catch (IOException | UncheckedIOException e) {
            throw new BoardException(folder + ": " + e.getMessage(), e);
        }
        return files;
    }

    private static BoardException denied(Path path) {
        return new BoardException(path + ": access denied; check its permissions");
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
    public static String name(String text) {
        return new String(text.replace('\\', '/').getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void copyFile(Path file, String name, FileStore store) {
        checkName(file, name);
        if (!Files.isReadable(file)) {
            throw denied(file);
        }
        try {
            if (!store.write(name, Files.readAllBytes(file))) {
                throw new BoardException(
                        file + ": does not fit on the board's file system of " + store.totalBytes() + " bytes");
            }
        } catch (IOException e) {
            throw new BoardException(file + ": " + e.getMessage(), e);
        }
    }

    /** Refuses a name that is too long for a board. */
    public static void checkName(Path file, String name) {
        if (name.length() > FileStore.MAX_NAME) {
            throw new BoardException(file + ": its name has " + name.length() + " bytes on the board, at most "
                    + FileStore.MAX_NAME + " fit; rename it");
        }
    }
}
