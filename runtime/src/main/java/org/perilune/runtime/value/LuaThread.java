package org.perilune.runtime.value;

import java.util.Arrays;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/**
 * A coroutine as data: its value stack and its call stack, sized and priced as the firmware's. The main thread is one
 * too; its stacks have an account of their own.
 */
public abstract class LuaThread extends GcObject {
    /** Slots a native function may rely on. */
    public static final int MIN_STACK = 20;
    /** Slots past the limit, for metamethod calls. */
    public static final int EXTRA_STACK = 5;

    private static final int BASIC_STACK = 2 * MIN_STACK;
    private static final int BASIC_CALLS = 8;
    /** Most levels of call. */
    public static final int MAX_CALLS = 20000;

    /** Thread status: fresh, finished or running. */
    public static final int OK = 0;
    /** Thread status: suspended in a yield. */
    public static final int YIELDED = 1;

    private final LuaVm vm;
    private final Account account;

    /** The stack's references; as long as the firmware's stack has slots. */
    public Object[] ref;
    /** The stack's numbers. */
    public double[] num;
    /** First free slot. */
    public int top;
    /** First register or argument of the running function. */
    public int base;
    /** The running level. */
    public CallInfo ci;
    /** Number of the running level, 0 for the bottom. */
    public int depth;
    /** All levels; as long as the firmware's vector. */
    public CallInfo[] calls;
    /** Next instruction of the running Lua function, saved before whatever may throw or call. */
    public int savedPc;
    /** Nested native calls, to stop recursion before it reaches the host's stack. */
    public int nativeCalls;
    /** Native calls below the running coroutine's resume. */
    public int baseNativeCalls;
    /** {@link #OK}, {@link #YIELDED}, or above: dead by an error. */
    public int status;
    /** Slot of the error handler of xpcall, 0 for none. */
    public int errorHandler;

    private LuaTable globals;
    private UpVal openUpvals;
    private int stackAddress;
    private int callsAddress;

    /** Takes a coroutine's blocks; the caller anchors it afterwards. */
    protected LuaThread(LuaVm vm, LuaThread creator) {
        this.vm = vm;
        Heap heap = vm.heap();
        if (creator == null) {
            account = Account.MAIN_STACK;
            address = heap.realloc(Account.OBJECTS, 0, 0, heap.profile().mainState());
            vm.collector().linkMain(this);
        } else {
            account = Account.OBJECTS;
            address = heap.realloc(Account.OBJECTS, 0, 0, heap.profile().thread());
            vm.collector().link(this);
            // Anchored while its stacks are taken, since that may collect.
            creator.ref[creator.top] = this;
            creator.top++;
            creator.ensureStack(0);
            globals = creator.globals;
        }
        takeStacks();
        if (creator != null) {
            creator.top--;
        }
    }

    private void takeStacks() {
        Heap heap = vm.heap();
        callsAddress = heap.realloc(account, 0, 0, BASIC_CALLS * heap.profile().callInfo());
        calls = newCalls(new CallInfo[0], BASIC_CALLS);
        int slots = BASIC_STACK + EXTRA_STACK;
        stackAddress = heap.realloc(account, 0, 0, slots * heap.profile().tvalue());
        ref = new Object[slots];
        num = new double[slots];
        ci = calls[0];
        ci.func = 0;
        top = 1;
        base = 1;
        ci.base = 1;
        ci.top = top + MIN_STACK;
    }

    private static CallInfo[] newCalls(CallInfo[] old, int length) {
        CallInfo[] calls = Arrays.copyOf(old, length);
        for (int i = old.length; i < length; i++) {
            calls[i] = new CallInfo();
        }
        return calls;
    }

    public final LuaVm vm() {
        return vm;
    }

    /** Table of globals of chunks loaded by this thread. */
    public final LuaTable globals() {
        return globals;
    }

    public final void globals(LuaTable table) {
        globals = table;
        vm.collector().barrier(this, table);
    }

    /** Makes sure that {@code slots} more values fit above the top. */
    public final void ensureStack(int slots) {
        if (ref.length - EXTRA_STACK - 1 - top <= slots) {
            growStack(slots);
        }
    }

    private void growStack(int slots) {
        reallocStack(slots <= ref.length ? 2 * ref.length : ref.length + slots);
    }

    /** Gives the stack room for {@code limit} values and the extra ones; nothing is collected meanwhile. */
    private void reallocStack(int limit) {
        int slots = limit + 1 + EXTRA_STACK;
        int size = vm.heap().profile().tvalue();
        boolean wasBlocked = vm.collector().block(true);
        stackAddress = vm.heap().realloc(account, stackAddress, ref.length * size, slots * size);
        vm.collector().block(wasBlocked);
        ref = Arrays.copyOf(ref, slots);
        num = Arrays.copyOf(num, slots);
    }

    /** Enters a new level of call; true when that overflowed the limit for the first time. */
    public final boolean pushCall() {
        boolean overflow = false;
        if (depth == calls.length - 1) {
            if (calls.length > MAX_CALLS) {
                throw new StackOverflow();
            }
            reallocCalls(2 * calls.length);
            overflow = calls.length > MAX_CALLS;
        }
        if (!overflow) {
            ci = calls[++depth];
            ci.tailCalls = 0;
        }
        return overflow;
    }

    /** Leaves the running level. */
    public final void popCall() {
        ci = calls[--depth];
    }

    /** Goes back to an outer level, as an error does. */
    public final void unwindTo(int level) {
        depth = level;
        ci = calls[level];
        base = ci.base;
        savedPc = ci.pc;
        if (calls.length > MAX_CALLS && depth + 1 < MAX_CALLS) {
            reallocCalls(MAX_CALLS);
        }
    }

    private void reallocCalls(int length) {
        int size = vm.heap().profile().callInfo();
        callsAddress = vm.heap().realloc(account, callsAddress, calls.length * size, length * size);
        calls = newCalls(calls, length);
    }

    /** An error while an overflow of the call stack is being handled. */
    public static class StackOverflow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        protected StackOverflow() {
            super("error in error handling", null, false, false);
        }
    }

    /** Forbids (or allows again) that a collection shrinks this stack. */
    public final void fixStack(boolean fixed) {
        marked = fixed ? marked | BIT3 : marked & ~BIT3;
    }

    /** The open upvalue of a stack slot, made if there is none. */
    public final UpVal findUpval(int slot) {
        UpVal above = null;
        for (UpVal upval = openUpvals; upval != null && upval.index >= slot; upval = (UpVal) upval.next) {
            if (upval.index == slot) {
                vm.collector().revive(upval);
                return upval;
            }
            above = upval;
        }
        UpVal fresh = UpVal.open(vm, this, slot);
        if (above != null && above.isReleased()) {
            fresh.lose(); // the firmware chains it to what it has just freed, and so loses it
        }
        // Looked for only now: taking the block may have collected some of the list.
        UpVal previous = null;
        UpVal candidate = openUpvals;
        while (candidate != null && candidate.index >= slot) {
            previous = candidate;
            candidate = (UpVal) candidate.next;
        }
        fresh.next = candidate;
        if (previous == null) {
            openUpvals = fresh;
        } else {
            previous.next = fresh;
        }
        vm.collector().linkOpen(fresh);
        return fresh;
    }

    public final boolean hasOpenUpvals() {
        return openUpvals != null;
    }

    /** Closes the upvalues of all slots from {@code slot} up. */
    public final void closeUpvals(int slot) {
        while (openUpvals != null && openUpvals.index >= slot) {
            UpVal upval = openUpvals;
            openUpvals = (UpVal) upval.next;
            vm.collector().unlinkOpen(upval);
            if (vm.collector().isDead(upval)) {
                upval.release(vm.heap());
            } else {
                upval.close();
                vm.collector().linkClosed(upval);
            }
        }
    }

    final UpVal openUpvals() {
        return openUpvals;
    }

    final void openUpvals(UpVal first) {
        openUpvals = first;
    }

    @Override
    final int traverse(Collector collector) {
        collector.markIfPresent(globals);
        if (ref != null) {
            int limit = top;
            for (int level = 0; level <= depth; level++) {
                limit = Math.max(limit, calls[level].top);
            }
            for (int slot = 0; slot < top; slot++) {
                collector.markValue(ref[slot]);
            }
            // Stale values above the top must not come back to life.
            Arrays.fill(ref, top, Math.min(limit + 1, ref.length), null);
            if ((marked & BIT3) == 0) {
                shrinkStacks(limit);
            }
        }
        return size(collector.heap());
    }

    private void shrinkStacks(int used) {
        if (calls.length > MAX_CALLS) {
            return;
        }
        if (4 * depth < calls.length && 2 * BASIC_CALLS < calls.length) {
            reallocCalls(calls.length / 2);
        }
        if (4 * used < ref.length && 2 * (BASIC_STACK + EXTRA_STACK) < ref.length) {
            reallocStack(ref.length / 2);
        }
    }

    @Override
    final void release(Heap heap) {
        // A coroutine for which memory ran out has one of its stacks or none.
        if (calls != null) {
            heap.realloc(account, callsAddress, calls.length * heap.profile().callInfo(), 0);
        }
        if (ref != null) {
            closeUpvals(0);
            heap.realloc(account, stackAddress, ref.length * heap.profile().tvalue(), 0);
        }
        heap.realloc(Account.OBJECTS, address, heap.profile().thread(), 0);
    }

    @Override
    public final int size(Heap heap) {
        int stack = ref == null ? 0 : ref.length * heap.profile().tvalue();
        int levels = calls == null ? 0 : calls.length * heap.profile().callInfo();
        return heap.profile().thread() + stack + levels;
    }
}
