package org.perilune.board;

import java.nio.charset.StandardCharsets;

/** The serial line of one power cycle: what the program sends, and the line editor behind what it receives. */
public final class Uart {
    private final UartSink sink;
    private final LineInput input;

    Uart(PowerCycle cycle) {
        sink = cycle.board().sink();
        input = new LineInput(
                this,
                cycle.board().received(),
                cycle.prompt(),
                cycle.board().config().echo());
    }

    /** Sends bytes as they are. */
    public void send(byte[] bytes) {
        sink.send(bytes);
    }

    /** Sends a text, each character one byte, with line ends as terminals want them: a CR before each LF, no other. */
    public void print(String latin1) {
        print(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a text with line ends as terminals want them. */
    public void print(byte[] text) {
        int lines = 0;
        int returns = 0;
        for (byte b : text) {
            lines += b == '\n' ? 1 : 0;
            returns += b == '\r' ? 1 : 0;
        }
        if (lines + returns == 0) {
            sink.send(text);
            return;
        }
        byte[] wire = new byte[text.length + lines - returns];
        int at = 0;
        for (byte b : text) {
            if (b == '\n') {
                wire[at++] = '\r';
            }
            if (b != '\r') {
                wire[at++] = b;
            }
        }
        sink.send(wire);
    }

    /** The line editor. */
    public LineInput input() {
        return input;
    }

    boolean hasInput() {
        return input.hasBytes();
    }

    boolean isRaw() {
        return input.isRaw();
    }

    void takeInput() {
        input.take();
    }
}
