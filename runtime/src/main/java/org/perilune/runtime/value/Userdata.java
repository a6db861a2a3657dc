package org.perilune.runtime.value;

import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/** A native object in Lua's hands. Block: header and the bytes the device keeps for it. */
public final class Userdata extends GcObject {
    /** Bytes of the native structure on the device. */
    private final int length;
    /** The object behind it on the host; null for a plain proxy. */
    private Object payload;

    LuaTable metatable;
    /** The metatable where it lies in flash instead. */
    RoTable roMetatable;

    LuaTable env;

    /**
     * @param length bytes the device's structure takes
     * @param env environment table, usually the caller's
     */
    public Userdata(LuaVm vm, int length, LuaTable env) {
        this.length = length;
        address = vm.heap().realloc(Account.OBJECTS, 0, 0, vm.heap().profile().userdata() + length);
        this.env = env;
        vm.collector().linkUserdata(this);
    }

    public Object payload() {
        return payload;
    }

    public void payload(Object object) {
        payload = object;
    }

    /** The metatable: a {@link LuaTable}, a {@link RoTable} or null. */
    public Object metatable() {
        return metatable != null ? metatable : roMetatable;
    }

    /** @param table a {@link LuaTable}, a {@link RoTable} or null */
    public void metatable(LuaVm vm, Object table) {
        metatable = table instanceof LuaTable t ? t : null;
        roMetatable = table instanceof RoTable t ? t : null;
        if (metatable != null) {
            vm.collector().barrier(this, metatable);
        }
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
        throw new IllegalStateException("userdata are marked through, never kept on a grey list");
    }

    @Override
    void release(Heap heap) {
        heap.realloc(Account.OBJECTS, address, size(heap), 0);
    }

    @Override
    public int size(Heap heap) {
        return heap.profile().userdata() + length;
    }
}
