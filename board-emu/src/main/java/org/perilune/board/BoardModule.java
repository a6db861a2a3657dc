package org.perilune.board;

import org.perilune.runtime.value.RoTable;

/**
 * One module that programs see as a global, such as {@code file}. A module holds no state, as all boards share it: what
 * belongs to one run is kept with {@link PowerCycle#keep}, what survives a restart in the board's {@link Chip}. Its
 * functions find their board with {@link Board#of}.
 */
public interface BoardModule {
    /** The module's table in flash; it is called as the module is. */
    RoTable table();

    /** Name of the global. */
    default String name() {
        return table().name();
    }

    /** Prepares the module for one run; called in the order of the list, before the program starts. */
    default void opened(PowerCycle cycle) {}
}
