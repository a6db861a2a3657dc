package org.perilune.runtime.compile;

/** A block being compiled: a scope of locals or a loop that can be broken out of. */
final class Block {
    final Block outer;
    /** Locals in scope outside. */
    final int level;

    final boolean isLoop;
    /** Whether a function inside uses a local of the block. */
    boolean captured;
    /** Jumps out of the loop. */
    int breaks = CodeWriter.NO_JUMP;

    Block(Block outer, int level, boolean isLoop) {
        this.outer = outer;
        this.level = level;
        this.isLoop = isLoop;
    }
}
