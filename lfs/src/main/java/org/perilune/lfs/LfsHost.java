package org.perilune.lfs;

import org.perilune.runtime.exec.LuaState;

/** What a machine's host object offers so that its Lua can use {@code node.LFS}. */
public interface LfsHost {
    /** The board's region. */
    LfsStore lfs();

    /** The content of a file of the board, or null when there is none. */
    byte[] readImageFile(LuaState lua, String name);

    /**
     * Prints a line and restarts the board; never returns normally.
     *
     * @param message what the board says, its line end not included
     */
    void restartWithNewImage(LuaState lua, String message);
}
