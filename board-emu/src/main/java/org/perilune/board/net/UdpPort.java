package org.perilune.board.net;

/** A port for datagrams. */
public interface UdpPort {
    /** Most bytes of a datagram; the firmware neither cuts nor joins larger ones. */
    int MAX_DATAGRAM = 1472;

    /** The board's port. */
    int port();

    /** Where the host's programs find it. */
    int hostPort();

    /**
     * Sends a datagram, or drops it, as networks do.
     *
     * @throws NetException when the target cannot be reached from the board's address
     */
    void send(Ipv4 target, int port, byte[] data);

    void close();
}
