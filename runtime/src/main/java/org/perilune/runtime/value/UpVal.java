package org.perilune.runtime.value;

import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/** A variable shared between functions: while open it is a slot of a thread's stack, once closed it holds the value. */
public final class UpVal extends GcObject {
    /** The thread whose stack holds the value; null once closed. */
    LuaThread thread;

    /** Slot in the thread's stack while open. */
    int index;

    /** Neighbours in the collector's list of open upvalues. */
    UpVal openPrevious;

    UpVal openNext;
    /** Whether its block is never given back. */
    private boolean lost;

    private Object closedRef;
    private double closedNum;

    private UpVal() {}

    /** A closed upvalue holding nil. */
    public static UpVal closed(LuaVm vm) {
        UpVal upval = new UpVal();
        upval.address = take(vm);
        vm.collector().link(upval);
        return upval;
    }

    /** An open upvalue for one stack slot; the caller links it. */
    static UpVal open(LuaVm vm, LuaThread thread, int index) {
        UpVal upval = new UpVal();
        upval.address = take(vm);
        upval.thread = thread;
        upval.index = index;
        return upval;
    }

    private static int take(LuaVm vm) {
        return vm.heap().realloc(Account.OBJECTS, 0, 0, vm.heap().profile().upval());
    }

    public Object ref() {
        return thread == null ? closedRef : thread.ref[index];
    }

    public double num() {
        return thread == null ? closedNum : thread.num[index];
    }

    public void set(LuaVm vm, Object ref, double num) {
        if (thread == null) {
            closedRef = ref;
            closedNum = num;
            vm.collector().barrierValue(this, ref);
        } else {
            thread.ref[index] = ref;
            thread.num[index] = num;
        }
    }

    boolean isOpen() {
        return thread != null;
    }

    /** Takes the value out of the stack. */
    void close() {
        closedRef = thread.ref[index];
        closedNum = thread.num[index];
        thread = null;
    }

    @Override
    int traverse(Collector collector) {
        throw new IllegalStateException("upvalues are marked through, never kept on a grey list");
    }

    @Override
    void release(Heap heap) {
        if (!lost) {
            heap.realloc(Account.OBJECTS, address, size(heap), 0);
        }
        address = 0;
    }

    boolean isReleased() {
        return address == 0;
    }

    /** Keeps the block taken for good. */
    void lose() {
        lost = true;
    }

    @Override
    public int size(Heap heap) {
        return heap.profile().upval();
    }
}
