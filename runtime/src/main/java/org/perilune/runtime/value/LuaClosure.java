package org.perilune.runtime.value;

import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/** A Lua function: its prototype, environment and upvalues. Block: closure header and one pointer for each upvalue. */
public final class LuaClosure extends GcObject {
    /** What it runs. Fetch the code through it at each call and each return: it may be swapped in between. */
    public Proto proto;

    /** Upvalues; null while the closure is being made. */
    public final UpVal[] upvals;

    /** Environment: where its globals live. */
    public LuaTable env;

    /** Takes the closure's block. The upvalues are the caller's to fill. */
    public LuaClosure(LuaVm vm, int upvalues, LuaTable env) {
        address = vm.heap().realloc(Account.OBJECTS, 0, 0, blockSize(vm.heap(), upvalues));
        upvals = new UpVal[upvalues];
        this.env = env;
        vm.collector().link(this);
    }

    private static int blockSize(Heap heap, int upvalues) {
        return heap.profile().closure() + upvalues * heap.profile().pointer();
    }

    public void env(LuaVm vm, LuaTable table) {
        env = table;
        vm.collector().barrier(this, table);
    }

    @Override
    int traverse(Collector collector) {
        collector.mark(env);
        if (proto != null) {
            collector.mark(proto);
        }
        for (UpVal upval : upvals) {
            if (upval != null) {
                collector.mark(upval);
            }
        }
        return size(collector.heap());
    }

    @Override
    void release(Heap heap) {
        heap.realloc(Account.OBJECTS, address, size(heap), 0);
    }

    @Override
    public int size(Heap heap) {
        return blockSize(heap, upvals.length);
    }
}
