package org.perilune.cli;

import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.Clock;
import org.perilune.board.UartSink;
import org.perilune.board.standard.StandardBoard;

/** Makes the boards that the command runs. */
final class Boards {
    private Boards() {}

    static Board make(BoardOptions options, Clock clock, Chip chip, UartSink sink) {
        BoardConfig config = options.config(clock);
        return new Board(config, chip, StandardBoard.modules(options.fastBundle(), config.compat()), sink);
    }
}
