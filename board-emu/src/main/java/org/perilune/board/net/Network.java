package org.perilune.board.net;

import java.util.function.Consumer;

/**
 * A board's network. Only the board's thread calls it, and every callback runs there, as an event of the board's mailbox.
 * What was closed calls back no more.
 */
public interface Network extends AutoCloseable {
    /** Most bytes of one event "received", and of one datagram's share of a frame. */
    int SEGMENT = 1460;

    /** Bytes that a connection takes from the peer before the board has used them. */
    int WINDOW = 4 * SEGMENT;

    /** Bytes that a connection keeps until they are sent. */
    int SEND_BUFFER = 2 * SEGMENT;

    /** Connections beyond which servers accept no more; those that the board makes count as well. */
    int MAX_CONNECTIONS = 5;

    /** Name lookups that may run at a time. */
    int MAX_LOOKUPS = 4;

    /** Address of the board itself. */
    Ipv4 address();

    /**
     * Listens for connections.
     *
     * @param port the board's port, 0 for any free one
     * @param accepted is given each new connection; it calls {@link Connection#open} on those it keeps
     * @throws NetException when the port is taken
     */
    ServerPort listen(int port, Consumer<Connection> accepted);

    /** Begins to connect; {@code events} learns how it went. */
    Connection connect(Ipv4 target, int port, ConnectionEvents events);

    /**
     * Opens a port for datagrams.
     *
     * @param port the board's port, 0 for any free one
     * @param firstTarget where the first datagram will go, null when the port is opened to listen
     * @throws NetException when the port is taken
     */
    UdpPort udp(int port, Ipv4 firstTarget, DatagramEvents events);

    /**
     * Looks up a name.
     *
     * @param found is given the address, or null when there is none
     * @throws NetException when the name is none, or when too many lookups run
     */
    void resolve(String name, Consumer<Ipv4> found);

    /** Whether anything is open. */
    boolean isOpen();

    /** Whether a peer may answer at any moment: a connection exists or is being made, or a lookup runs. */
    boolean isAnswerDue();

    /** Closes all that is open, as the end of a power cycle does. The network can be used again. */
    @Override
    void close();
}
