package org.perilune.runtime.compile;

/**
 * How a chunk is called in messages. A name that begins with {@code =} is used as it is, one with {@code @} is a file's,
 * and any other is the source text itself, of which the first line is quoted.
 */
public final class ChunkId {
    /** Room in bytes, end mark included, that messages of a running program give a chunk's name. */
    public static final int RUNTIME_SIZE = 60;
    /** Room in bytes, end mark included, that messages of the compiler give a chunk's name. */
    static final int COMPILER_SIZE = 80;

    /** Bytes of the room that stay unused around a file's name, and around a quoted text with its frame. */
    private static final int FILE_MARGIN = 8;

    private static final int TEXT_MARGIN = 17;

    private ChunkId() {}

    /**
     * The name shown for a source.
     *
     * @param source the chunk's name, each character one byte, without NUL
     * @param size room in bytes, end mark included
     */
    public static String of(String source, int size) {
        if (source.startsWith("=")) {
            return source.substring(1, Math.min(source.length(), size));
        }
        if (source.startsWith("@")) {
            int room = size - FILE_MARGIN;
            int length = source.length() - 1;
            return length > room ? "..." + source.substring(1 + length - room) : source.substring(1);
        }
        int room = size - TEXT_MARGIN;
        int length = 0;
        while (length < source.length()
                && length < room
                && source.charAt(length) != '\n'
                && source.charAt(length) != '\r') {
            length++;
        }
        boolean cut = length < source.length();
        return "[string \"" + source.substring(0, length) + (cut ? "..." : "") + "\"]";
    }
}
