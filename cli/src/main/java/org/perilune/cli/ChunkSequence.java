package org.perilune.cli;

import java.util.List;
import org.perilune.runtime.compile.Instruction;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Proto;

/** Several chunks as one, which runs them one after the other. */
final class ChunkSequence {
    private ChunkSequence() {}

    static Proto of(LuaVm vm, List<Proto> chunks) {
        Heap heap = vm.heap();
        boolean wasBlocked = vm.collector().block(true);
        Proto proto = new Proto(vm);
        proto.source = vm.strings().intern("=(luac)");
        proto.maxStack = 1;
        proto.resizeProtos(heap, chunks.size());
        proto.resizeCode(heap, 2 * chunks.size() + 1);
        int pc = 0;
        for (int i = 0; i < chunks.size(); i++) {
            proto.protos[i] = chunks.get(i);
            proto.code[pc++] = Instruction.abx(Instruction.CLOSURE, 0, i);
            proto.code[pc++] = Instruction.abc(Instruction.CALL, 0, 1, 1);
        }
        proto.code[pc] = Instruction.abc(Instruction.RETURN, 0, 1, 0);
        vm.collector().block(wasBlocked);
        return proto;
    }
}
