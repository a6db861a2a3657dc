package org.perilune.board.net;

/** A TCP connection, as the board's thread sees it. */
public interface Connection {
    /** Takes an accepted connection: from now on, data comes. */
    void open(ConnectionEvents events);

    /** The board's own port; 0 while not connected. */
    int localPort();

    Ipv4 remoteAddress();

    int remotePort();

    /** Whether the send buffer has room for so many bytes more. */
    boolean canSend(int bytes);

    /**
     * Queues data for sending; all that one task of the board queues is sent, and reported as sent, together.
     *
     * @return whether it found room in the send buffer; if not, nothing was queued
     */
    boolean send(byte[] data);

    /** Stops taking data from the peer. What is on its way still comes: up to {@link Network#WINDOW} bytes. */
    void hold();

    /** Takes data again. */
    void unhold();

    /** Sends what is queued, then closes. */
    void close();

    /** Breaks the connection; what is queued is lost and the peer sees a reset. */
    void abort();
}
