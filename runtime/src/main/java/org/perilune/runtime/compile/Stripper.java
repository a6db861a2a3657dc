package org.perilune.runtime.compile;

import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Proto;

/** Drops debug information of compiled functions. */
public final class Stripper {
    private Stripper() {}

    /**
     * Drops debug information of a function and of all functions inside it; functions in flash stay as they are.
     *
     * @param level 0 nothing, 1 names of locals and upvalues, 2 line info as well
     * @return Lua bytes given back
     */
    public static int strip(Proto proto, LuaVm vm, int level) {
        if (proto.isInFlash()) {
            return 0;
        }
        int freed = 0;
        for (Proto inner : proto.protos) {
            freed += strip(inner, vm, level);
        }
        Heap heap = vm.heap();
        int before = proto.size(heap);
        if (level >= 2) {
            proto.resizeLineInfo(heap, 0);
        }
        if (level >= 1) {
            proto.resizeLocals(heap, 0);
            proto.resizeUpvalueNames(heap, 0);
        }
        return freed + before - proto.size(heap);
    }
}
