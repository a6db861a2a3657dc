package org.perilune.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.perilune.board.Board;

/** Feeds a board from a pipe or file, byte by byte as it comes. */
final class PlainConsole {
    private static final int PART = 4096;

    private final Board board;
    private final SerialLine line;
    private final InputStream input;
    private volatile boolean ended;

    PlainConsole(Board board, SerialLine line, InputStream input) {
        this.board = board;
        this.line = line;
        this.input = input;
    }

    /** Begins to read, in a thread of its own that ends with the input or the process. */
    void start() {
        Thread reader = new Thread(this::copy, "console input");
        reader.setDaemon(true);
        reader.start();
    }

    private void copy() {
        byte[] part = new byte[PART];
        try {
            for (int count = input.read(part); count >= 0; count = input.read(part)) {
                line.typed(Arrays.copyOf(part, count));
            }
        } catch (IOException e) {
            // A broken input ends like one that is closed.
        }
        line.ended();
        // After the bytes: the board is not idle before it has seen them.
        board.post(() -> ended = true);
    }

    /** Whether the input is at its end and all of it has reached the board. */
    boolean hasEnded() {
        return ended;
    }
}
