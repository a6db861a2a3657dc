package org.perilune.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.UartSink;
import org.perilune.board.VirtualClock;
import org.perilune.board.standard.StandardBoards;
import org.perilune.board.storage.MemoryFileStore;

/** A board of the usual size on a virtual clock, which keeps a bounded part of what the board prints. */
final class AttackedBoard implements AutoCloseable {
    private static final String PROGRAM = "attack.lua";
    private static final int MOST_OUTPUT = 1 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Chip chip = new Chip(new MemoryFileStore());
    private final Board board;

    /** Boots a board. */
    AttackedBoard(StandardBoards boards) {
        BoardConfig config = BoardConfig.standard(new VirtualClock()).withEcho(false);
        board = boards.create(config, chip, UartSink.withoutCarriageReturns(this::keep));
        board.powerOn();
        board.runUntilIdle(LONGEST);
        take();
    }

    private void keep(byte[] bytes) {
        if (output.size() + bytes.length > MOST_OUTPUT) {
            output.reset();
        }
        output.writeBytes(bytes);
    }

    /** Runs a program from a file, and what it started; what the board printed meanwhile. */
    String run(String source) {
        chip.files().write(PROGRAM, source.getBytes(StandardCharsets.ISO_8859_1));
        return type("dofile('" + PROGRAM + "')");
    }

    /** Types a line; what the board printed until nothing was pending, or for 20 seconds, without the prompt. */
    String type(String line) {
        board.type(line);
        board.runUntilIdle(LONGEST);
        return take();
    }

    /** Cuts the power and boots again. */
    void restart() {
        board.powerCycle();
        board.runUntilIdle(LONGEST);
        take();
    }

    private String take() {
        String text = output.toString(StandardCharsets.ISO_8859_1);
        output.reset();
        return text.endsWith("> ") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public void close() {
        board.close();
    }
}
