package org.perilune.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.perilune.flash.nio.TimesStore;

/** Reads and writes the host's files, turning what goes wrong into one clear line. */
final class HostFiles {
    /** In a file's place: the standard input or output. */
    private static final Path STANDARD_STREAM = Path.of("-");

    private HostFiles() {}

    static boolean isStandardStream(Path file) {
        return file.equals(STANDARD_STREAM);
    }

    /** All bytes of a file or, for {@code -}, of the standard input. */
    static byte[] readStream(Path file) {
        if (!isStandardStream(file)) {
            return read(file);
        }
        try {
            return System.in.readAllBytes();
        } catch (IOException e) {
            throw Failure.usage("standard input: " + reason(e));
        }
    }

    /** Writes a file or, for {@code -}, to the standard output. */
    static void writeStream(Path file, byte[] content) {
        if (isStandardStream(file)) {
            System.out.write(content, 0, content.length);
            System.out.flush();
        } else {
            write(file, content);
        }
    }

    /** What Lua calls a program: by its file, or {@code stdin}. */
    static String chunkName(Path file) {
        return isStandardStream(file) ? "=stdin" : "@" + file;
    }

    /** All bytes of a file. */
    static byte[] read(Path file) {
        if (Files.isDirectory(file)) {
            throw Failure.usage(file + ": is a folder, a file is needed");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Failure.usage(file + ": " + reason(e));
        }
    }

    static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw Failure.usage(file + ": " + reason(e));
        }
    }

    /** When the files in an image were changed, as noted beside it. */
    static TimesStore times(Path image) {
        try {
            return TimesStore.besideImage(image, InstantSource.system());
        } catch (IOException e) {
            throw Failure.usage(image + ".times: " + reason(e));
        }
    }

    /** A name on the board as people read it: its bytes as UTF-8, without control characters. */
    static String shown(String name) {
        String text = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** What went wrong with a file, without its name. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            return "access denied; check its permissions";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
