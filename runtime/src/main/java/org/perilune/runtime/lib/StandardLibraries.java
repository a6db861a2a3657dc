package org.perilune.runtime.lib;

import org.perilune.runtime.exec.LuaState;

/** Gives a machine its standard libraries. */
public final class StandardLibraries {
    private static final LibrarySet BOARD = forBoard().build();

    private StandardLibraries() {}

    /** The libraries that every board has, to which it may add modules of its own. */
    public static LibrarySet.Builder forBoard() {
        return LibrarySet.named("ROM")
                .table("string", StringLib.TABLE)
                .table("table", TableLib.TABLE)
                .table("debug", DebugLib.TABLE)
                .table("coroutine", CoroutineLib.TABLE)
                .table("math", MathLib.TABLE)
                .self("ROM")
                .all(BaseLib.FUNCTIONS)
                .opening("package", PackageLib::open)
                .opening("string", StringLib::open);
    }

    /**
     * Opens the libraries of a board without modules of its own.
     *
     * @param main a fresh machine
     * @param host becomes the machine's host object
     */
    public static void open(LuaState main, LibraryHost host) {
        BOARD.open(main, host);
    }
}
