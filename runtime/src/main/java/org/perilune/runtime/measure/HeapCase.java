package org.perilune.runtime.measure;

import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.BareHost;
import org.perilune.runtime.lib.BareMachine;
import org.perilune.runtime.lib.OnePartReader;

/**
 * Measures a case: a chunk that returns a function. It is compiled and run on a machine of its own, then the function is
 * called once and kept with its results. Full collections stand between the steps.
 */
public final class HeapCase {
    /** The collector's mode on a board: a full collection before every block. */
    public static final int BOARD_MODE = Heap.ALWAYS;

    /** Kept by the board with that mode, where it only bounds how long a joined string may be. */
    private static final int BOARD_LIMIT = 4096;

    /** More than a case is meant to take; it bounds what a mistaken one takes of the host. */
    private static final long CAPACITY = 64L << 20;

    private final Heap heap = new Heap(BuildProfile.hostBuild(), new PricedModel(CAPACITY));
    private final LuaState lua;

    private HeapCase(BareHost host, int mode) {
        lua = BareMachine.create(heap, host);
        lua.setTop(0);
        heap.mode(mode, mode == 0 ? 0 : BOARD_LIMIT);
    }

    /**
     * Measures one case.
     *
     * @param source its text
     * @param host takes what it prints
     * @param mode collector mode, usually {@link #BOARD_MODE}
     * @throws MeasureException when it does not compile, fails, or returns no function
     */
    public static HeapCaseResult measure(byte[] source, BareHost host, int mode) {
        return new HeapCase(host, mode).measure(source);
    }

    /** What is in use at one moment. */
    private record Level(
            long bytes, long deviceBytes, long blocks, long stringTable, long mainStack, long buffer, long strings) {}

    private Level level() {
        return new Level(
                heap.bytes(Account.OBJECTS),
                heap.deviceBytes(Account.OBJECTS),
                heap.blocks(Account.OBJECTS),
                heap.bytes(Account.STRING_TABLE),
                heap.bytes(Account.MAIN_STACK),
                heap.bytes(Account.CONCAT_BUFFER),
                lua.vm().strings().count());
    }

    private void collect() {
        for (int i = 0; i < 3; i++) {
            lua.vm().collector().fullCollect();
        }
    }

    private HeapCaseResult measure(byte[] source) {
        collect();
        Level start = level();
        heap.resetPeaks();
        check(lua.load(new OnePartReader(source), "@t.lua"), "compiling");
        long compilePeak = heap.objectPeak() - start.bytes();
        long deviceCompilePeak = heap.objectDevicePeak() - start.deviceBytes();
        long loaded = level().bytes();
        collect();
        long chunk = level().bytes();

        check(lua.protectedCall(0, 1, 0), "running");
        if (!lua.isFunction(-1)) {
            throw new MeasureException("the case returns no function");
        }
        collect();
        Level before = level();
        heap.resetPeaks();
        lua.pushCopy(-1);
        check(lua.protectedCall(0, LuaState.ALL, 0), "calling");
        long runPeak = heap.objectPeak() - before.bytes();
        long deviceRunPeak = heap.objectDevicePeak() - before.deviceBytes();
        collect();
        Level after = level();
        return new HeapCaseResult(
                after.bytes() - before.bytes(),
                compilePeak,
                chunk - start.bytes(),
                loaded - chunk,
                runPeak,
                after.blocks() - before.blocks(),
                after.deviceBytes() - before.deviceBytes(),
                deviceCompilePeak,
                deviceRunPeak,
                after.stringTable() - before.stringTable(),
                after.mainStack() - before.mainStack(),
                after.buffer() - before.buffer(),
                after.strings() - before.strings());
    }

    private void check(int status, String step) {
        if (status != Status.OK) {
            throw new MeasureException(step + ": " + lua.toJavaString(-1));
        }
    }
}
