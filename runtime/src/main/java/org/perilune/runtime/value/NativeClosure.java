package org.perilune.runtime.value;

import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/** A native function with upvalues of its own. Block: closure header and one value for each upvalue. */
public final class NativeClosure extends GcObject {
    private final NativeCode code;
    /** Environment table. */
    LuaTable env;

    /** Upvalues, numbered from 0. */
    public final Object[] upvalueRef;

    public final double[] upvalueNum;

    /** Takes the closure's block; upvalues are nil. */
    public NativeClosure(LuaVm vm, NativeCode code, int upvalues, LuaTable env) {
        address = vm.heap().realloc(Account.OBJECTS, 0, 0, blockSize(vm.heap(), upvalues));
        this.code = code;
        this.env = env;
        upvalueRef = new Object[upvalues];
        upvalueNum = new double[upvalues];
        vm.collector().link(this);
    }

    private static int blockSize(Heap heap, int upvalues) {
        return heap.profile().closure() + upvalues * heap.profile().tvalue();
    }

    public NativeCode code() {
        return code;
    }

    public LuaTable env() {
        return env;
    }

    public void env(LuaVm vm, LuaTable table) {
        env = table;
        vm.collector().barrier(this, table);
    }

    @Override
    int traverse(Collector collector) {
        collector.mark(env);
        for (Object ref : upvalueRef) {
            collector.markValue(ref);
        }
        return size(collector.heap());
    }

    @Override
    void release(Heap heap) {
        heap.realloc(Account.OBJECTS, address, size(heap), 0);
    }

    @Override
    public int size(Heap heap) {
        return blockSize(heap, upvalueRef.length);
    }
}
