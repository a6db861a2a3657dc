package org.perilune.runtime.lib;

import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.value.RoTable;

/**
 * Machines without a board: the standard libraries, {@code io} and {@code os} of the host, and {@code node.stripdebug}.
 * What one holds at start equals the firmware's host tool, names of types that are not there included, since the heap of
 * measured cases is compared with it.
 */
public final class BareMachine {
    private static final RoTable BASE_BEHIND =
            Library.named("ROM.meta").table("__index", BaseLib.FUNCTIONS).build();

    private static final RoTable EMPTY_TYPE = Library.named("type").build();

    private static final LibrarySet LIBRARIES = LibrarySet.named("ROM")
            .table("string", StringLib.TABLE)
            .table("table", TableLib.TABLE)
            .table("debug", DebugLib.TABLE)
            .table("coroutine", CoroutineLib.TABLE)
            .table("math", MathLib.TABLE)
            .self("ROM")
            .table("os", OsLib.TABLE)
            .table("io", IoLib.TABLE)
            .table("node", NodeStrip.TABLE)
            .behind(BASE_BEHIND)
            .opening("package", PackageLib::open)
            .opening("string", StringLib::open)
            .opening("io", IoLib::openLibrary)
            .opening("sjson", BareMachine::nameOtherTypes)
            .build();

    private BareMachine() {}

    /**
     * Makes a machine on a heap.
     *
     * @param heap of {@link org.perilune.runtime.heap.BuildProfile#hostBuild}, where it is to equal the host tool's
     */
    public static LuaState create(Heap heap, BareHost host) {
        LuaState main = LuaState.newMachine(heap);
        LIBRARIES.open(main, host);
        return main;
    }

    private static int nameOtherTypes(LuaState lua) {
        Registration.flashMetatable(lua, "sjson.decoder", EMPTY_TYPE);
        Registration.flashMetatable(lua, "sjson.encoder", EMPTY_TYPE);
        Registration.flashMetatable(lua, "pixbuf.buf", EMPTY_TYPE);
        return 0;
    }
}
