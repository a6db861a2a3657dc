package org.perilune.ftp;

import java.io.IOException;

/**
 * What a client may ask of the board whose files these are, by {@code SITE}. Called by threads of the server; an
 * exception's message is told to the client.
 */
public interface BoardControl {
    /**
     * Puts the image of Lua modules in a file into the board's flash and restarts the board: {@code SITE LFS RELOAD name}.
     *
     * @param name as the board calls the file
     * @throws IOException when the image cannot be used; the board runs on with its old one then
     */
    void reloadLfs(String name) throws IOException;

    /** Restarts the board, whatever it is doing: {@code SITE RESTART}. */
    void restart() throws IOException;

    /**
     * Device bytes free: {@code SITE HEAP}.
     *
     * @throws IOException when the board is too busy to say, or off
     */
    int heap() throws IOException;
}
