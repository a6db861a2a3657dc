package org.perilune.board.standard;

import java.util.List;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.BoardModule;
import org.perilune.board.Chip;
import org.perilune.board.Modules;
import org.perilune.board.UartSink;
import org.perilune.board.module.AdcModule;
import org.perilune.board.module.BitModule;
import org.perilune.board.module.FileModule;
import org.perilune.board.module.GpioModule;
import org.perilune.board.module.NodeModule;
import org.perilune.board.module.PipeModule;
import org.perilune.board.module.TmrModule;
import org.perilune.board.module.UartModule;

/** Makes boards with all modules that there are. What its boards share ends with it, so it is closed after them. */
public final class StandardBoards implements AutoCloseable {
    private final Modules modules = Modules.of(list(false));
    /** With the calls that today's firmware lacks. */
    private final Modules compatibleModules = Modules.of(list(true));

    /** All modules, in the order in which they are opened. */
    private static List<BoardModule> list(boolean compat) {
        return List.of(
                new AdcModule(),
                new BitModule(),
                new FileModule(),
                new GpioModule(),
                new NodeModule(),
                new PipeModule(),
                new TmrModule(compat),
                new UartModule());
    }

    /** A board, not yet switched on. */
    public Board create(BoardConfig config, Chip chip, UartSink sink) {
        return new Board(config, chip, config.compat() ? compatibleModules : modules, sink);
    }

    @Override
    public void close() {
        // nothing is shared but tables
    }
}
