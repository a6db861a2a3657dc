package org.perilune.runtime.measure;

import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/**
 * What loading a chunk costs on a machine that runs nothing else. Objects only: the string table's vector, the main
 * stack and the concatenation buffer are left out, as they serve all chunks.
 *
 * @param live Lua bytes of the loaded function once the garbage of compiling is collected
 * @param peak most Lua bytes while it was compiled
 * @param withGarbage Lua bytes right after the load
 * @param blocks blocks of the loaded function
 * @param deviceLive device bytes of the loaded function
 * @param devicePeak most device bytes while it was compiled, a block being resized counted twice
 * @param deviceWithGarbage device bytes right after the load
 */
public record LoadCost(
        long live, long peak, long withGarbage, int blocks, long deviceLive, long devicePeak, long deviceWithGarbage) {

    /**
     * Loads a chunk and leaves it on the stack.
     *
     * @param lua a machine whose collector runs at every allocation
     * @param chunkName as messages will name it
     * @throws MeasureException when the chunk does not load
     */
    public static LoadCost of(LuaState lua, ChunkReader chunk, String chunkName) {
        Heap heap = lua.vm().heap();
        settle(lua);
        long bytes = heap.bytes(Account.OBJECTS);
        long device = heap.deviceBytes(Account.OBJECTS);
        int blocks = heap.blocks(Account.OBJECTS);
        heap.resetPeaks();
        if (lua.load(chunk, chunkName) != Status.OK) {
            throw new MeasureException(lua.toJavaString(-1));
        }
        long peak = heap.objectPeak() - bytes;
        long devicePeak = heap.objectDevicePeak() - device;
        long withGarbage = heap.bytes(Account.OBJECTS) - bytes;
        long deviceWithGarbage = heap.deviceBytes(Account.OBJECTS) - device;
        settle(lua);
        return new LoadCost(
                heap.bytes(Account.OBJECTS) - bytes,
                peak,
                withGarbage,
                heap.blocks(Account.OBJECTS) - blocks,
                heap.deviceBytes(Account.OBJECTS) - device,
                devicePeak,
                deviceWithGarbage);
    }

    /** Collects until nothing more goes: names of the dead, too, and vectors that shrink a step at a time. */
    static void settle(LuaState lua) {
        for (int i = 0; i < 3; i++) {
            lua.vm().collector().fullCollect();
        }
    }
}
