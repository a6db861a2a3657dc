package org.perilune.bench;

import org.perilune.lua.FilelessHost;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.AllocationModel;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.OnePartReader;
import org.perilune.runtime.lib.StandardLibraries;

/** A machine with the standard libraries, as good as no limit of memory, and a collector that only steps along. */
final class UnlimitedMachine {
    private static final long HEAP = 1L << 28;
    private static final int CHUNK = 1;

    private final LuaState lua;

    UnlimitedMachine() {
        this(new PricedModel(HEAP));
    }

    private UnlimitedMachine(AllocationModel model) {
        lua = LuaState.newMachine(new Heap(BuildProfile.floatBuild(), model));
        StandardLibraries.open(lua, new FilelessHost());
    }

    /** The same with pricing switched off: blocks cost no device bytes. */
    static UnlimitedMachine unpriced() {
        return new UnlimitedMachine(new FreeModel());
    }

    /** Blocks for nothing: only their addresses are told apart. */
    private static final class FreeModel implements AllocationModel {
        private int next;

        @Override
        public int allocate(int size) {
            next += HEADER;
            return next | 1;
        }

        @Override
        public void free(int address, int size) {
            // Costs nothing, gives nothing back.
        }

        @Override
        public long used() {
            return 0;
        }

        @Override
        public long free() {
            return HEAP;
        }

        @Override
        public long largestFree() {
            return HEAP;
        }
    }

    /** Leaves the chunk on the stack for {@link #run}. */
    void compile(byte[] source) {
        if (lua.load(new OnePartReader(source), "@bench.lua") != Status.OK) {
            throw new IllegalStateException(lua.toJavaString(-1));
        }
    }

    void compileAndForget(byte[] source) {
        compile(source);
        lua.pop(1);
    }

    /** Runs the chunk; the number it returns. */
    double run() {
        lua.pushCopy(CHUNK);
        if (lua.protectedCall(0, 1, 0) != Status.OK) {
            throw new IllegalStateException(lua.toJavaString(-1));
        }
        double result = lua.toNumber(-1);
        lua.pop(1);
        return result;
    }
}
