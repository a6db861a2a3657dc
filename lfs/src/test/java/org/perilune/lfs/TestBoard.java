package org.perilune.lfs;

import java.util.HashMap;
import java.util.Map;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.OnePartReader;

/** As much of a board as {@code node.LFS} needs: a region, files and a machine. */
final class TestBoard implements LfsHost {
    static final int LFS_AT = 0x10000;

    /** What a board throws to start again. */
    static final class Restart extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Restart(String message) {
            super(message);
        }
    }

    final LfsStore store;
    final Map<String, byte[]> files = new HashMap<>();
    LuaState lua;
    Heap heap;

    TestBoard(LfsRegion region) {
        store = new LfsStore(region);
        start(1 << 20);
    }

    /** Starts the board; returns what it says of its image. */
    String start(int capacity) {
        String said = store.boot();
        heap = new Heap(BuildProfile.floatBuild(), new PricedModel(capacity));
        lua = LuaState.newMachine(heap, store.strings());
        lua.vm().host(this);
        lua.pushValue(LfsLibrary.TABLE, 0);
        lua.setGlobal("LFS");
        return said;
    }

    /** Runs a text; returns its one result as text. */
    String run(String text) {
        lua.setTop(0);
        if (lua.load(new OnePartReader(Goldens.text(text)), "=t") != Status.OK
                || lua.protectedCall(0, 1, 0) != Status.OK) {
            throw new AssertionError(lua.toJavaString(-1));
        }
        String result = lua.toJavaString(-1);
        lua.setTop(0);
        return result;
    }

    @Override
    public LfsStore lfs() {
        return store;
    }

    @Override
    public byte[] readImageFile(LuaState lua, String name) {
        return files.get(name);
    }

    @Override
    public void restartWithNewImage(LuaState lua, String message) {
        throw new Restart(message);
    }
}
