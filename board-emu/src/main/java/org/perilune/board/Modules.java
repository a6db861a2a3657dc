package org.perilune.board;

import java.util.List;
import java.util.stream.Collectors;
import org.perilune.fastload.FastBundle;
import org.perilune.runtime.lib.LibrarySet;
import org.perilune.runtime.lib.StandardLibraries;

/** The modules of a kind of board, in order, with the standard libraries in one table in flash. Shared by its boards. */
public final class Modules {
    private final List<BoardModule> list;
    private final LibrarySet libraries;
    private final FastBundle fast;

    private Modules(List<BoardModule> list, FastBundle fast) {
        this.list = List.copyOf(list);
        this.fast = fast;
        LibrarySet.Builder builder = StandardLibraries.forBoard();
        for (BoardModule module : list) {
            builder.table(module.name(), module.table());
        }
        libraries = builder.build();
    }

    /**
     * The modules of a kind of board.
     *
     * @param fast the pieces that its {@code fast} loads
     */
    public static Modules of(List<BoardModule> list, FastBundle fast) {
        return new Modules(list, fast);
    }

    /** The pieces that {@code fast} loads. */
    FastBundle fast() {
        return fast;
    }

    /** Names in alphabetical order, as builds of the firmware list them. */
    public String names() {
        return list.stream().map(BoardModule::name).sorted().collect(Collectors.joining(","));
    }

    /** Opens libraries and modules for one run. */
    void open(PowerCycle cycle, BoardHost host) {
        libraries.open(cycle.lua(), host);
        for (BoardModule module : list) {
            module.opened(cycle);
            cycle.lua().setTop(0);
        }
    }
}
