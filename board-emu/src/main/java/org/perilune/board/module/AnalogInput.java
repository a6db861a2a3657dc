package org.perilune.board.module;

import org.perilune.board.Board;

/** What lies at a board's analogue pin, for the host to set. From any thread. */
public final class AnalogInput {
    /** Reading of the highest voltage. */
    public static final int MAX_LEVEL = 1024;

    private static final int DEFAULT_SUPPLY = 3300;

    private volatile int level;
    private volatile int supplyMillivolts = DEFAULT_SUPPLY;

    /** The analogue pin of a board. */
    public static AnalogInput of(Board board) {
        return board.chip().part(AnalogInput.class, AnalogInput::new);
    }

    public int level() {
        return level;
    }

    /** @param reading 0 to {@link #MAX_LEVEL} */
    public void level(int reading) {
        level = reading;
    }

    public int supplyMillivolts() {
        return supplyMillivolts;
    }

    public void supplyMillivolts(int millivolts) {
        supplyMillivolts = millivolts;
    }
}
