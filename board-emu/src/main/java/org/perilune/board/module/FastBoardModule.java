package org.perilune.board.module;

import org.perilune.board.BoardModule;
import org.perilune.fastload.FastModule;
import org.perilune.runtime.value.RoTable;

/** The module {@code fast}: Lua that comes with the board as text and is compiled when it is asked for. */
public final class FastBoardModule implements BoardModule {
    private static final RoTable TABLE = FastModule.table();

    @Override
    public RoTable table() {
        return TABLE;
    }
}
