package org.perilune.board;

/** What one power cycle has open towards the host, such as a socket. Closed at the end of the cycle at the latest. */
public interface Resource extends AutoCloseable {
    /** How far a board with this resource is from being idle. */
    enum Waiting {
        /** Nothing will come of it by itself. */
        FOR_NOTHING,
        /** Something may come at any time, as to a listening socket: not idle, but time may be skipped if all is quiet. */
        FOR_EVENTS,
        /** An answer is on its way, as to a connection being made: not idle, and time may not be skipped. */
        FOR_ANSWER
    }

    Waiting waiting();

    @Override
    void close();
}
