package org.perilune.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.perilune.board.BoardException;
import org.perilune.lfs.LfsBuildException;
import org.perilune.lfs.LfsBuilder;
import org.perilune.lfs.LfsFormatException;
import org.perilune.lfs.LfsStore;

/** Fills a test board's LFS. */
final class BoardImage {
    /** Build time of images made here, so that each run has the same. */
    private static final long TIME = 1_700_000_000;

    private static final String SOURCE = ".lua";

    private BoardImage() {}

    /** Installs an image: the file, or one built from a Lua source or from those in a folder. */
    static void install(Path path, LfsStore lfs) {
        try {
            boolean built = Files.isRegularFile(path) && !isSource(path);
            lfs.install(built ? Files.readAllBytes(path) : build(path));
        } catch (LfsFormatException | LfsBuildException e) {
            throw new BoardException(path + ": " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new BoardException(path + ": no such file or folder", e);
        }
    }

    private static byte[] build(Path path) throws IOException {
        LfsBuilder builder = new LfsBuilder().time(TIME);
        for (Path source : sources(path)) {
            builder.add("@" + source.getFileName(), Files.readAllBytes(source));
        }
        return builder.relocatable();
    }

    private static List<Path> sources(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(BoardImage::isSource).sorted().toList();
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(SOURCE);
    }
}
