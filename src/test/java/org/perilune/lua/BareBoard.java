package org.perilune.lua;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.LibraryHost;
import org.perilune.runtime.lib.RandomSource;
import org.perilune.runtime.lib.StandardLibraries;

/** Runs a script on a fresh machine that has the standard libraries and no files. */
final class BareBoard {
    /** Device bytes; enough for every script, so that no limit of a board is in the way. */
    private static final long HEAP = 1L << 28;

    private BareBoard() {}

    /** @param mode the collector's mode, a sum of {@link Heap}'s bits */
    static ScriptResult run(LuaScript script, int mode) {
        Heap heap = new Heap(BuildProfile.floatBuild(), new PricedModel(HEAP));
        LuaState lua = LuaState.newMachine(heap);
        Host host = new Host();
        StandardLibraries.open(lua, host);
        heap.mode(mode, 0);
        byte[][] parts = {script.source().getBytes(StandardCharsets.ISO_8859_1), null};
        int[] next = {0};
        int status = lua.load(() -> parts[next[0]++], "@" + script.fileName());
        if (status == Status.OK) {
            status = lua.protectedCall(0, LuaState.ALL, 0);
        }
        return new ScriptResult(
                host.output.toString(StandardCharsets.ISO_8859_1), status == Status.OK ? null : message(lua));
    }

    private static String message(LuaState lua) {
        String text = lua.toJavaString(-1);
        return text == null ? "(error object is a " + lua.typeName(-1) + " value)" : text;
    }

    private static final class Host implements LibraryHost {
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private final RandomSource random = new RandomSource(1);

        @Override
        public void print(byte[] text, int from, int length) {
            output.write(text, from, length);
        }

        @Override
        public ChunkReader openFile(String name) {
            return null;
        }

        @Override
        public boolean exists(String name) {
            return false;
        }

        @Override
        public RandomSource random() {
            return random;
        }
    }
}
