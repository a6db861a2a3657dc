package org.perilune.board.net.lua;

/**
 * Bytes of the structures that the firmware's network stack takes from the heap, as its C compiler lays them out. Not
 * charged: received segments, which lie in the radio's own buffers, and what a closed connection keeps until its last
 * packets are forgotten, so that all is given back at the close.
 */
final class Prices {
    /** The userdata behind every kind of socket. */
    static final int USERDATA = 44;
    /** Control block of a connection. */
    static final int CONNECTION = 176;
    /** Control block of a listening port. */
    static final int LISTENER = 36;
    /** Control block of a datagram port. */
    static final int DATAGRAM_PORT = 36;
    /** Record of one segment that waits to be acknowledged. */
    static final int SEGMENT = 20;
    /** Head of a packet buffer. */
    static final int BUFFER = 20;
    /** Room before a segment's data for the headers of all layers, rounded with the buffer's head. */
    static final int BUFFER_WITH_HEADERS = 76;

    private Prices() {}
}
