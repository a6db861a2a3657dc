package org.perilune.board.standard;

import java.util.List;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
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

/** A board with all modules that there are. */
public final class StandardBoard {
    private static final Modules MODULES = Modules.of(List.of(
            new AdcModule(),
            new BitModule(),
            new FileModule(),
            new GpioModule(),
            new NodeModule(),
            new PipeModule(),
            new TmrModule(),
            new UartModule()));

    private StandardBoard() {}

    /** Its modules, in the order in which they are opened. */
    public static Modules modules() {
        return MODULES;
    }

    /** A board, not yet switched on. */
    public static Board create(BoardConfig config, Chip chip, UartSink sink) {
        return new Board(config, chip, MODULES, sink);
    }
}
