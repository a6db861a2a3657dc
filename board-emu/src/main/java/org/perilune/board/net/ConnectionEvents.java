package org.perilune.board.net;

/** What happens to a connection. Nothing comes after {@link #closed}, nor after the board's own close. */
public interface ConnectionEvents {
    /** A connection that the board asked for stands. */
    void connected();

    /** At most {@link Network#SEGMENT} bytes came. */
    void received(byte[] data);

    /** Bytes left the board. */
    void sent(int bytes);

    /**
     * The peer closed, or the connection broke.
     *
     * @param code {@link NetError#NONE} or an error's {@link NetError#code}
     */
    void closed(int code);
}
