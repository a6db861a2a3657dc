package org.perilune.board.storage;

import java.util.List;

/**
 * A board's flat file system: a "/" in a name is a character like any other. It survives restarts. Other threads may use
 * it as well, so each call is atomic.
 */
public interface FileStore {
    /** Most bytes of a file's name. */
    int MAX_NAME = 31;

    /** Most files open at a time. */
    int MAX_OPEN = 4;

    /**
     * One file of a listing.
     *
     * @param name its name, each character one byte
     * @param size its length in bytes
     */
    record Entry(String name, int size) {}

    /** What to do with a file when opening it. */
    record Mode(boolean reads, boolean writes, boolean creates, boolean truncates, boolean appends) {
        /** The mode of a text such as {@code "w+"}; whatever is no mode reads. */
        public static Mode of(String text) {
            boolean both = text.endsWith("+");
            return switch (text) {
                case "w", "w+" -> new Mode(both, true, true, true, false);
                case "a", "a+" -> new Mode(both, true, true, false, true);
                case "r+" -> new Mode(true, true, false, false, false);
                default -> new Mode(true, false, false, false, false);
            };
        }
    }

    /** Where a position counts from. */
    enum Whence {
        START,
        CURRENT,
        END
    }

    /** An open file. All calls fail once it is closed. On flash any call can end in a {@link PowerLoss}. */
    interface Handle extends AutoCloseable {
        /** Reads up to {@code length} bytes; how many it were, 0 at the end, -1 when it failed. */
        int read(byte[] into, int from, int length);

        /** Writes at the present place; {@code length}, or 0 when not all of it fits, so that nothing is written, or -1. */
        int write(byte[] bytes, int from, int length);

        /** Moves; the new place, or -1 when there is no such place: past the end it moves to the end then. */
        int seek(int offset, Whence whence);

        /** Makes sure that what was written is stored. */
        boolean flush();

        @Override
        void close();

        /** Closes it as a restart does: what was written and not stored yet is lost. */
        default void abandon() {
            close();
        }
    }

    /** Opens a file; null when it cannot be had. */
    Handle open(String name, Mode mode);

    /** All files. */
    List<Entry> list();

    /** One file, or null. */
    Entry find(String name);

    /** Removes a file; false when there is none, or when no more files could be opened, since it has to be. */
    boolean remove(String name);

    /**
     * Gives a file another name; false when there is no such file, or one of the new name already, or when no more files
     * could be opened.
     */
    boolean rename(String from, String to);

    /** Removes everything; open files are closed. */
    boolean format();

    /** Bytes that fit in all. */
    int totalBytes();

    /** Bytes in use. */
    int usedBytes();

    /** Where the file system begins in flash. */
    int flashAddress();

    /** Bytes of flash it has. */
    int flashSize();

    /** A file's whole content; null when there is none. */
    default byte[] read(String name) {
        Entry entry = find(name);
        if (entry == null) {
            return null;
        }
        try (Handle file = open(name, Mode.of("r"))) {
            if (file == null) {
                return null;
            }
            byte[] content = new byte[entry.size()];
            file.read(content, 0, content.length);
            return content;
        }
    }

    /** Replaces a file's whole content; false when it does not fit. */
    default boolean write(String name, byte[] content) {
        try (Handle file = open(name, Mode.of("w+"))) {
            return file != null && file.write(content, 0, content.length) == content.length;
        }
    }
}
