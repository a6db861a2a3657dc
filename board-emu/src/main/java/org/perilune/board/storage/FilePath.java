package org.perilune.board.storage;

/** Names of files as programs write them. */
public final class FilePath {
    private static final String DRIVE = "/FLASH";

    private FilePath() {}

    /** The name in the board's store; null when the path leads to a drive that is not there. */
    public static String inStore(String path) {
        if (!path.startsWith("/")) {
            return path;
        } else if (!path.startsWith(DRIVE)) {
            return null;
        }
        int from = DRIVE.length();
        return path.substring(path.startsWith("/", from) ? from + 1 : from);
    }
}
