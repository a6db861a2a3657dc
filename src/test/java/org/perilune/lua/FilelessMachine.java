package org.perilune.lua;

import java.nio.charset.StandardCharsets;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.OnePartReader;
import org.perilune.runtime.lib.StandardLibraries;

/** Runs a script on a fresh machine that has the standard libraries and no files. */
final class FilelessMachine {
    /** Device bytes; enough for every script, so that no limit of a board is in the way. */
    private static final long HEAP = 1L << 28;

    private FilelessMachine() {}

    /** @param mode the collector's mode, a sum of {@link Heap}'s bits */
    static ScriptResult run(LuaScript script, int mode) {
        Heap heap = new Heap(BuildProfile.floatBuild(), new PricedModel(HEAP));
        LuaState lua = LuaState.newMachine(heap);
        FilelessHost host = new FilelessHost();
        StandardLibraries.open(lua, host);
        heap.mode(mode, 0);
        byte[] source = script.source().getBytes(StandardCharsets.ISO_8859_1);
        int status = lua.load(new OnePartReader(source), "@" + script.fileName());
        if (status == Status.OK) {
            status = lua.protectedCall(0, LuaState.ALL, 0);
        }
        return new ScriptResult(host.printed(), status == Status.OK ? null : message(lua));
    }

    private static String message(LuaState lua) {
        String text = lua.toJavaString(-1);
        return text == null ? "(error object is a " + lua.typeName(-1) + " value)" : text;
    }
}
