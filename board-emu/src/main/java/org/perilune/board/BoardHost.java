package org.perilune.board;

/** What a board's machine knows of the world around it. */
final class BoardHost {
    private final PowerCycle cycle;

    BoardHost(PowerCycle cycle) {
        this.cycle = cycle;
    }

    Board board() {
        return cycle.board();
    }
}
