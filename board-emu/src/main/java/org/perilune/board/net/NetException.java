package org.perilune.board.net;

/** The network refuses what was asked of it. */
public final class NetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final NetError error;

    public NetException(NetError error) {
        this(error, null);
    }

    NetException(NetError error, Throwable cause) {
        super(error.text(), cause);
        this.error = error;
    }

    public NetError error() {
        return error;
    }
}
