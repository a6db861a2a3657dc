package org.perilune.board.storage;

import org.perilune.flash.chip.PowerCutException;

/**
 * The flash chip has lost its power, and so has the board. It passes every protected call of Lua and is caught in one
 * place, where the board runs.
 */
public final class PowerLoss extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PowerLoss(PowerCutException cause) {
        super(cause.getMessage(), cause, false, false);
    }
}
