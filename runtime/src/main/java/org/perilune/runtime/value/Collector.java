package org.perilune.runtime.value;

import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.Reclaimer;

/**
 * The emulated collector: the firmware's incremental mark and sweep, which decides what a program sees as live. A
 * collection marks from the roots, finishes the marking in one go, sweeps string slots and then the list of all other
 * objects, and at last runs finalisers. Work is counted in bytes traversed, so that steps end where the firmware's do.
 */
public final class Collector implements Reclaimer {
    private enum State {
        PAUSE,
        PROPAGATE,
        SWEEP_STRINGS,
        SWEEP,
        FINALISE
    }

    /** Bytes of allocation between two steps. */
    private static final int STEP_SIZE = 1024;
    /** Objects swept in one go, and what each, one swept string slot and one finaliser cost of a step's work. */
    private static final int SWEEP_BATCH = 40;

    private static final int SWEEP_COST = 10;
    private static final int FINALISE_COST = 100;

    /** More work than any collection has left to do. */
    private static final int EVERYTHING = 1 << 30;

    /** As a power of two, how many bytes a full collection looks at for a unit of work, and the most units of one. */
    private static final int COLLECTION_CHEAP = 11;

    private static final int COLLECTION_WORK = 32;

    /** Runs a finaliser; belongs to the interpreter. */
    public interface FinaliserRunner {
        /** Calls {@code handler} with the userdata. */
        void run(Object handler, Userdata userdata);
    }

    private final LuaVm vm;
    private final Heap heap;
    private FinaliserRunner finaliserRunner;

    private State state = State.PAUSE;
    private boolean blocked;
    private int white = GcObject.WHITE0;

    /** Head of the list of all objects but strings and open upvalues; userdata stand behind the main thread. */
    private GcObject all;

    private LuaThread mainThread;
    private int sweepSlot;
    /** Object before the next one to sweep; null for the head of the list. */
    private GcObject sweepBefore;

    private GcObject grey;
    private GcObject greyAgain;
    private GcObject weak;
    /** Last of the circular list of userdata waiting for their finalisers. */
    private Userdata lastToFinalise;

    private UpVal openUpvals;

    private long threshold;
    private long estimate;
    /** Bytes by which collecting lags behind allocation, an unsigned 32-bit number that wraps as the firmware's. */
    private long debt;

    private int pause = 110;
    private int stepMultiplier = 200;

    Collector(LuaVm vm) {
        this.vm = vm;
        this.heap = vm.heap();
    }

    LuaVm vm() {
        return vm;
    }

    Heap heap() {
        return heap;
    }

    /** Names who runs finalisers. */
    public void finaliserRunner(FinaliserRunner runner) {
        finaliserRunner = runner;
    }

    // ---- settings

    /** Percentage of the live bytes at which the next collection begins. */
    public int pause() {
        return pause;
    }

    public void pause(int percent) {
        pause = percent;
    }

    /** Speed of collecting relative to allocation, in percent. */
    public int stepMultiplier() {
        return stepMultiplier;
    }

    public void stepMultiplier(int percent) {
        stepMultiplier = percent;
    }

    /** Lua bytes at which the next step is due. */
    public long threshold() {
        return threshold;
    }

    public void threshold(long bytes) {
        threshold = bytes;
    }

    /** Estimate of the live Lua bytes, as of the last collection. */
    public long estimate() {
        return estimate;
    }

    /** Whether no collection is under way. */
    public boolean isPaused() {
        return state == State.PAUSE;
    }

    /**
     * Forbids collecting, or allows it again.
     *
     * @return whether it was forbidden before
     */
    public boolean block(boolean block) {
        boolean was = blocked;
        blocked = block;
        return was;
    }

    /** Whether collecting is forbidden just now. */
    public boolean isBlocked() {
        return blocked;
    }

    // ---- objects come

    int currentWhite() {
        return white;
    }

    private int otherWhite() {
        return white ^ GcObject.WHITES;
    }

    void link(GcObject object) {
        object.next = all;
        all = object;
        object.marked = white;
    }

    void linkMain(LuaThread main) {
        mainThread = main;
        all = main;
        main.marked = white | GcObject.FIXED | GcObject.SUPER_FIXED;
    }

    void linkUserdata(Userdata userdata) {
        userdata.marked = white;
        userdata.next = mainThread.next;
        mainThread.next = userdata;
    }

    void linkOpen(UpVal upval) {
        upval.openNext = openUpvals;
        if (openUpvals != null) {
            openUpvals.openPrevious = upval;
        }
        openUpvals = upval;
        upval.marked = white;
        if (state == State.PROPAGATE) {
            reallyMark(upval);
        }
    }

    void unlinkOpen(UpVal upval) {
        if (upval.openPrevious == null) {
            openUpvals = upval.openNext;
        } else {
            upval.openPrevious.openNext = upval.openNext;
        }
        if (upval.openNext != null) {
            upval.openNext.openPrevious = upval.openPrevious;
        }
        upval.openPrevious = null;
        upval.openNext = null;
    }

    /** Takes a closed upvalue into the list of all objects. */
    void linkClosed(UpVal upval) {
        upval.next = all;
        all = upval;
        if (upval.isGrey()) {
            if (state == State.PROPAGATE) {
                upval.greyToBlack();
                barrierValue(upval, upval.ref());
            } else {
                makeWhite(upval);
            }
        }
    }

    boolean isDead(GcObject object) {
        return (object.marked & otherWhite()) != 0;
    }

    /** Lets a dead object that has not been swept live again. */
    void revive(GcObject object) {
        if (isDead(object)) {
            object.marked ^= GcObject.WHITES;
        }
    }

    private void makeWhite(GcObject object) {
        object.marked = (object.marked & ~(GcObject.WHITES | GcObject.BLACK)) | white;
    }

    // ---- barriers: a marked object is about to refer to an unmarked one

    void barrier(GcObject parent, GcObject child) {
        if (parent.isBlack() && child != null && child.isWhite()) {
            if (state == State.PROPAGATE) {
                reallyMark(child);
            } else {
                makeWhite(parent); // spares further barriers; it is swept white anyway
            }
        }
    }

    void barrierValue(GcObject parent, Object child) {
        if (child instanceof GcObject object) {
            barrier(parent, object);
        }
    }

    void barrierBack(LuaTable table, Object child) {
        if (table.isBlack() && child instanceof GcObject object && object.isWhite()) {
            table.blackToGrey();
            table.greyNext = greyAgain;
            greyAgain = table;
        }
    }

    // ---- marking

    void markValue(Object ref) {
        if (ref instanceof GcObject object && (object.marked & GcObject.WHITES) != 0) {
            reallyMark(object);
        }
    }

    void mark(GcObject object) {
        if ((object.marked & GcObject.WHITES) != 0) {
            reallyMark(object);
        }
    }

    void markIfPresent(GcObject object) {
        if (object != null) {
            mark(object);
        }
    }

    private void reallyMark(GcObject object) {
        object.whiteToGrey();
        if (object instanceof LuaString) {
            return;
        }
        if (object instanceof UpVal upval) {
            markValue(upval.ref());
            if (!upval.isOpen()) {
                upval.greyToBlack();
            }
        } else if (object instanceof Userdata userdata) {
            userdata.greyToBlack();
            markIfPresent(userdata.metatable);
            markIfPresent(userdata.env);
        } else {
            object.greyNext = grey;
            grey = object;
        }
    }

    void keepForClearing(LuaTable table) {
        table.greyNext = weak;
        weak = table;
    }

    private int propagate() {
        GcObject object = grey;
        object.greyToBlack();
        grey = object.greyNext;
        if (object instanceof LuaThread) {
            // A thread's stack changes without barriers: it is looked at again at the end.
            object.greyNext = greyAgain;
            greyAgain = object;
            object.blackToGrey();
        }
        int work = object.traverse(this);
        if (object instanceof LuaTable table && TableMarker.isWeak(table)) {
            table.blackToGrey();
        }
        return work;
    }

    private void propagateAll() {
        while (grey != null) {
            propagate();
        }
    }

    private void markRoots() {
        grey = null;
        greyAgain = null;
        weak = null;
        mark(mainThread);
        markIfPresent(mainThread.globals());
        markIfPresent(vm.registry());
        markTypeMetatables();
        state = State.PROPAGATE;
    }

    private void markTypeMetatables() {
        for (int type = 0; type < Value.TYPES; type++) {
            markValue(vm.typeMetatable(type));
        }
    }

    private void finishMarking() {
        for (UpVal upval = openUpvals; upval != null; upval = upval.openNext) {
            if (upval.isGrey()) {
                markValue(upval.ref());
            }
        }
        propagateAll();
        grey = weak;
        weak = null;
        mark(mainThread);
        markTypeMetatables();
        propagateAll();
        grey = greyAgain;
        greyAgain = null;
        propagateAll();
        long toFinalise = separateUserdata(false);
        markFinalisable();
        while (grey != null) {
            toFinalise += propagate();
        }
        for (GcObject table = weak; table != null; table = table.greyNext) {
            TableMarker.clear((LuaTable) table);
        }
        white = otherWhite();
        sweepSlot = 0;
        sweepBefore = null;
        state = State.SWEEP_STRINGS;
        estimate = heap.luaBytes() - toFinalise;
    }

    // ---- finalisers

    static boolean isFinalised(GcObject userdata) {
        return (userdata.marked & GcObject.BIT3) != 0;
    }

    /** Moves dead userdata with a finaliser to the list of those to be finalised; returns their bytes. */
    private long separateUserdata(boolean even) {
        long bytes = 0;
        GcObject before = mainThread;
        while (before.next != null) {
            Userdata userdata = (Userdata) before.next;
            if (!(userdata.isWhite() || even) || isFinalised(userdata)) {
                before = userdata;
            } else if (vm.metamethod(userdata.metatable(), Metamethod.GC) == null) {
                userdata.marked |= GcObject.BIT3;
                before = userdata;
            } else {
                bytes += userdata.size(heap);
                userdata.marked |= GcObject.BIT3;
                before.next = userdata.next;
                appendToFinalise(userdata);
            }
        }
        return bytes;
    }

    private void appendToFinalise(Userdata userdata) {
        if (lastToFinalise == null) {
            userdata.next = userdata;
        } else {
            userdata.next = lastToFinalise.next;
            lastToFinalise.next = userdata;
        }
        lastToFinalise = userdata;
    }

    private void markFinalisable() {
        if (lastToFinalise == null) {
            return;
        }
        GcObject userdata = lastToFinalise;
        do {
            userdata = userdata.next;
            makeWhite(userdata);
            reallyMark(userdata);
        } while (userdata != lastToFinalise);
    }

    private void finaliseOne() {
        Userdata userdata = (Userdata) lastToFinalise.next;
        if (userdata == lastToFinalise) {
            lastToFinalise = null;
        } else {
            lastToFinalise.next = userdata.next;
        }
        userdata.next = mainThread.next;
        mainThread.next = userdata;
        makeWhite(userdata);
        Object handler = vm.metamethod(userdata.metatable(), Metamethod.GC);
        if (handler != null) {
            long oldThreshold = threshold;
            threshold = 2 * heap.luaBytes();
            finaliserRunner.run(handler, userdata);
            threshold = oldThreshold;
        }
    }

    /** Runs the finalisers of all userdata that have one, dead or not, as closing a machine does. */
    public void finaliseAll() {
        separateUserdata(true);
        while (lastToFinalise != null) {
            finaliseOne();
        }
    }

    // ---- sweeping

    /** Sweeps up to {@code count} slots of the string table; returns how many. */
    private int sweepStringSlots(int count) {
        long before = heap.luaBytes();
        StringTable strings = vm.strings();
        int first = sweepSlot;
        sweepSlot = Math.min(strings.slots(), first + count);
        strings.sweep(first, sweepSlot, otherWhite(), white);
        if (sweepSlot >= strings.slots()) {
            state = State.SWEEP;
        }
        estimate -= before - heap.luaBytes();
        return sweepSlot - first;
    }

    private boolean survives(GcObject object) {
        return !isDead(object) || (object.marked & GcObject.FIXED) != 0;
    }

    private void sweepBatch() {
        long before = heap.luaBytes();
        int dead = otherWhite();
        GcObject last = sweepBefore;
        GcObject object = last == null ? all : last.next;
        for (int count = SWEEP_BATCH; object != null && count > 0; count--) {
            if (object instanceof LuaThread thread) {
                sweepOpenUpvals(thread);
            }
            int marked = object.marked;
            if ((marked & dead) != 0 && (marked & GcObject.FIXED) == 0) {
                if (last == null) {
                    all = object.next;
                } else {
                    last.next = object.next;
                }
                object.release(heap);
            } else {
                object.marked = (marked & ~(GcObject.WHITES | GcObject.BLACK)) | white;
                last = object;
            }
            // Fetched only now: a thread's release closes upvalues, which come to the head of the list.
            object = last == null ? all : last.next;
        }
        sweepBefore = last;
        if (object == null) {
            endSweep();
        }
        estimate -= before - heap.luaBytes();
    }

    private void endSweep() {
        vm.strings().shrinkIfSparse();
        vm.concatBuffer().shrinkIfIdle();
        state = State.FINALISE;
    }

    private void sweepOpenUpvals(LuaThread thread) {
        UpVal last = null;
        UpVal upval = thread.openUpvals();
        while (upval != null) {
            UpVal following = (UpVal) upval.next;
            if (survives(upval)) {
                makeWhite(upval);
                last = upval;
            } else {
                if (last == null) {
                    thread.openUpvals(following);
                } else {
                    last.next = following;
                }
                unlinkOpen(upval);
                upval.release(heap);
            }
            upval = following;
        }
    }

    /**
     * Called before the string table is resized: while its slots are being swept it must not be, and the sweep goes one
     * slot on instead.
     *
     * @return whether the sweep of strings is still under way
     */
    boolean advanceStringSweep() {
        if (state == State.SWEEP_STRINGS) {
            sweepStringSlots(1);
            return state == State.SWEEP_STRINGS;
        }
        return false;
    }

    // ---- driving

    /** Does one piece of the state's work, of string slots as many as {@code work} is worth; returns what it counts. */
    private int singleStep(int work) {
        return switch (state) {
            case PAUSE -> {
                markRoots();
                yield 0;
            }
            case PROPAGATE -> {
                if (grey != null) {
                    yield propagate();
                }
                finishMarking();
                yield 0;
            }
            case SWEEP_STRINGS -> sweepStringSlots((work + SWEEP_COST - 1) / SWEEP_COST) * SWEEP_COST;
            case SWEEP -> {
                sweepBatch();
                yield SWEEP_BATCH * SWEEP_COST;
            }
            case FINALISE -> finaliseOrEnd();
        };
    }

    private int finaliseOrEnd() {
        if (lastToFinalise == null) {
            state = State.PAUSE;
            debt = 0;
            return 0;
        }
        finaliseOne();
        if (estimate > FINALISE_COST) {
            estimate -= FINALISE_COST;
        }
        return FINALISE_COST;
    }

    /** Takes a step if one is due. */
    public void check() {
        if (heap.luaBytes() >= threshold) {
            step();
        }
    }

    /** Takes one step, unless collecting is forbidden. */
    public void step() {
        if (blocked) {
            return;
        }
        blocked = true;
        long work = (STEP_SIZE / 100) * (long) stepMultiplier;
        if (work == 0) {
            work = Integer.MAX_VALUE;
        }
        debt = (debt + heap.luaBytes() - threshold) & 0xffff_ffffL;
        if (estimate > heap.luaBytes()) {
            estimate = heap.luaBytes();
        }
        do {
            work -= singleStep((int) Math.min(work, EVERYTHING));
        } while (work > 0 && state != State.PAUSE);
        if (state == State.PAUSE) {
            setThreshold();
        } else if (debt < STEP_SIZE) {
            threshold = heap.luaBytes() + STEP_SIZE;
        } else {
            debt -= STEP_SIZE;
            threshold = heap.luaBytes();
        }
        blocked = false;
    }

    private void setThreshold() {
        threshold = (estimate / 100) * pause;
    }

    @Override
    public void fullCollect() {
        if (blocked) {
            return;
        }
        blocked = true;
        if (state == State.PAUSE) {
            // Everything is white already: a sweep would find nothing to do, only its end shrinks what is idle.
            sweepBefore = null;
            state = State.SWEEP;
            endSweep();
        } else if (state == State.PROPAGATE) {
            // Nothing is known to be dead: sweep all back to white and begin.
            sweepSlot = 0;
            sweepBefore = null;
            grey = null;
            greyAgain = null;
            weak = null;
            state = State.SWEEP_STRINGS;
        }
        while (state != State.FINALISE) {
            singleStep(EVERYTHING);
        }
        markRoots();
        while (state != State.PAUSE) {
            singleStep(EVERYTHING);
        }
        setThreshold();
        blocked = false;
        vm.workUnasked((int) Math.min(heap.luaBytes() >> COLLECTION_CHEAP, COLLECTION_WORK));
    }

    @Override
    public boolean stepBelow(long limit) {
        int cycles = 0;
        if (!blocked) {
            while (heap.luaBytes() >= limit) {
                if (state == State.PAUSE && ++cycles > 1) {
                    break;
                }
                step();
            }
        }
        return heap.luaBytes() < limit;
    }
}
