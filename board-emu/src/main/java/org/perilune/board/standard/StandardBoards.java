package org.perilune.board.standard;

import java.util.List;
import java.util.function.Consumer;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.BoardModule;
import org.perilune.board.Chip;
import org.perilune.board.Modules;
import org.perilune.board.UartSink;
import org.perilune.board.module.AdcModule;
import org.perilune.board.module.BitModule;
import org.perilune.board.module.CryptoModule;
import org.perilune.board.module.FastBoardModule;
import org.perilune.board.module.FileModule;
import org.perilune.board.module.GpioModule;
import org.perilune.board.module.NodeModule;
import org.perilune.board.module.PipeModule;
import org.perilune.board.module.TmrModule;
import org.perilune.board.module.UartModule;
import org.perilune.board.net.NetworkHost;
import org.perilune.board.net.lua.NetModule;
import org.perilune.board.wifi.WifiModule;
import org.perilune.fastload.FastBundle;

/**
 * Makes boards with all modules that there are. The boards share the tables in flash, the pieces that {@code fast} loads,
 * and the network's few threads, which start when the first board uses its network.
 */
public final class StandardBoards implements AutoCloseable {
    private final NetworkHost network;
    private final Modules modules;
    /** With the calls that today's firmware lacks. */
    private final Modules compatibleModules;

    /** Boards with the bundled fast modules. */
    public StandardBoards() {
        this(FastBundle.bundled());
    }

    /** @param fast the pieces that {@code fast} loads */
    public StandardBoards(FastBundle fast) {
        this(fast, complaint -> {});
    }

    /**
     * Boards for which the caller chooses.
     *
     * @param fast the pieces that {@code fast} loads
     * @param complaints told, in a sentence, what the host refuses a board
     */
    public StandardBoards(FastBundle fast, Consumer<String> complaints) {
        network = new NetworkHost(complaints);
        modules = Modules.of(list(false), fast);
        compatibleModules = Modules.of(list(true), fast);
    }

    /** All modules, in the order in which they are opened. */
    private List<BoardModule> list(boolean compat) {
        return List.of(
                new AdcModule(),
                new BitModule(),
                new CryptoModule(compat),
                new FastBoardModule(),
                new FileModule(),
                new GpioModule(),
                new NetModule(network, compat),
                new NodeModule(),
                new PipeModule(),
                new TmrModule(compat),
                new UartModule(),
                new WifiModule(compat));
    }

    /** A board, not yet switched on. */
    public Board create(BoardConfig config, Chip chip, UartSink sink) {
        return new Board(config, chip, config.compat() ? compatibleModules : modules, sink);
    }

    /** Ends the network of all boards made here; close the boards first. */
    @Override
    public void close() {
        network.close();
    }
}
