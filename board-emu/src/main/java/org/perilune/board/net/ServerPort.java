package org.perilune.board.net;

/** A port on which a board listens. */
public interface ServerPort {
    /** The board's port. */
    int port();

    /** Where the host's programs find it. */
    int hostPort();

    void close();
}
