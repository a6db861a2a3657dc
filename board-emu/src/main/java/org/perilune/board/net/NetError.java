package org.perilune.board.net;

/** Errors of the board's network stack: the number callbacks are given and the text of the Lua error. */
public enum NetError {
    OUT_OF_MEMORY(-1, "out of memory"),
    NO_ROUTE(-4, "routing problem"),
    ABORTED(-8, "connection aborted"),
    RESET(-9, "connection reset"),
    NOT_CONNECTED(-11, "not connected"),
    ILLEGAL_ARGUMENT(-12, "illegal argument"),
    ADDRESS_IN_USE(-13, "address in use");

    /** What a callback gets when the peer closed in good order. */
    public static final int NONE = 0;

    private final int code;
    private final String text;

    NetError(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }
}
