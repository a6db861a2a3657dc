package org.perilune.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.perilune.board.UartSink;

/** Writes what a board sends to a stream of the host at once. */
final class ScreenOutput implements UartSink {
    private final OutputStream out;

    ScreenOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void send(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            // The reader has gone away, as when piped into head: the board runs on without one.
        }
    }
}
