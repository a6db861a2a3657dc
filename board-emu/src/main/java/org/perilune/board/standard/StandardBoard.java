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
import org.perilune.board.module.FastBoardModule;
import org.perilune.board.module.FileModule;
import org.perilune.board.module.GpioModule;
import org.perilune.board.module.NodeModule;
import org.perilune.board.module.PipeModule;
import org.perilune.board.module.TmrModule;
import org.perilune.board.module.UartModule;
import org.perilune.fastload.FastBundle;

/** A board with all modules that there are. */
public final class StandardBoard {
    private StandardBoard() {}

    /**
     * All modules, in the order in which they are opened. Boards of a kind may share them.
     *
     * @param fast the pieces that {@code fast} loads
     * @param compat whether calls that today's firmware lacks are there
     */
    public static Modules modules(FastBundle fast, boolean compat) {
        List<BoardModule> list = List.of(
                new AdcModule(),
                new BitModule(),
                new FastBoardModule(),
                new FileModule(),
                new GpioModule(),
                new NodeModule(),
                new PipeModule(),
                new TmrModule(compat),
                new UartModule());
        return Modules.of(list, fast);
    }

    /** A board with the bundled fast modules, not yet switched on. */
    public static Board create(BoardConfig config, Chip chip, UartSink sink) {
        return new Board(config, chip, modules(FastBundle.bundled(), config.compat()), sink);
    }
}
