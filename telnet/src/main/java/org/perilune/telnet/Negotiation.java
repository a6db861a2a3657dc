package org.perilune.telnet;

/**
 * A word of negotiation, from a client or to one: {@code IAC verb option}.
 *
 * @param verb {@link #WILL}, {@link #WONT}, {@link #DO} or {@link #DONT}
 * @param option 0 to 255
 */
record Negotiation(int verb, int option) {
    static final int WILL = 251;
    static final int WONT = 252;
    static final int DO = 253;
    static final int DONT = 254;

    /** Who is told WILL ECHO does not echo itself (RFC 857). */
    static final int ECHO = 1;
    /** Asks for a mark in the stream (RFC 860). */
    static final int TIMING_MARK = 6;

    static boolean isVerb(int b) {
        return b >= WILL && b <= DONT;
    }
}
