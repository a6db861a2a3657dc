package org.perilune.board.module;

import org.perilune.runtime.exec.References;

/** The file that functions without a file object work on: the one opened last. */
final class OpenFiles {
    /** Null when the last attempt to open one failed. */
    OpenFile last;
    /** Keeps it alive until it, or another file, is closed or opened. */
    int reference = References.NONE;
}
