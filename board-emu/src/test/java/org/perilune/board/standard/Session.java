package org.perilune.board.standard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.UartSink;
import org.perilune.board.VirtualClock;
import org.perilune.board.storage.MemoryFileStore;

/** A board on a virtual clock, and somebody at its serial line. */
public final class Session implements AutoCloseable {
    /** Longest that a line's work is waited for. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Chip chip;
    private final StandardBoards boards = new StandardBoards();
    private final Board board;

    private Session(Chip chip, UnaryOperator<BoardConfig> changes) {
        this.chip = chip;
        BoardConfig config =
                changes.apply(BoardConfig.standard(new VirtualClock()).withEcho(false));
        board = boards.create(config, chip, UartSink.withoutCarriageReturns(received::writeBytes));
    }

    /** A board that is off. */
    public static Session off() {
        return off(new Chip(new MemoryFileStore()));
    }

    /** A board that is off, with this chip. */
    public static Session off(Chip chip) {
        return new Session(chip, config -> config);
    }

    /** A board that is off, not quite as usual. */
    public static Session off(UnaryOperator<BoardConfig> changes) {
        return new Session(new Chip(new MemoryFileStore()), changes);
    }

    /** A board at its first prompt. */
    public static Session atPrompt() {
        Session session = off();
        session.board.powerOn();
        session.board.runUntilIdle();
        session.take();
        return session;
    }

    public Board board() {
        return board;
    }

    /** Writes a file into the board's store. */
    public Session with(String name, String content) {
        chip.files().write(name, content.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Boots, waits until nothing is pending, and returns all that the board printed. */
    public String boot() {
        board.powerOn();
        board.runUntilIdle(PATIENCE);
        return take();
    }

    /** Types a line, waits until nothing is pending, and returns what the board printed up to the next prompt. */
    public String type(String line) {
        board.type(line);
        board.runUntilIdle(PATIENCE);
        String text = take();
        return text.endsWith("> ") ? text.substring(0, text.length() - 2) : text;
    }

    /** Lets so much time pass and returns what the board printed meanwhile. */
    public String wait(Duration time) {
        board.runFor(time);
        return take();
    }

    /** What the board printed since it was last asked. */
    public String take() {
        // In one step: another thread may be running the board.
        synchronized (received) {
            String text = received.toString(StandardCharsets.ISO_8859_1);
            received.reset();
            return text;
        }
    }

    @Override
    public void close() {
        board.close();
        boards.close();
    }
}
