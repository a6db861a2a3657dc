package org.perilune.telnet;

/** What a telnet server gives its clients: something that runs lines. Asked by the server's thread, answers at once. */
public interface LineConsole {
    /** Whether so much waits to be run that no more should come. The server asks again soon. */
    boolean isBusy();

    /**
     * Takes a line that a client has typed.
     *
     * @param text bytes without a line end, at most {@link TelnetSettings#longestLine}
     */
    void line(byte[] text);

    /** A client wants what is running to stop. */
    void interrupt();
}
