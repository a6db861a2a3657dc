package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/**
 * A function's constants, each once. A Lua table on the emulated heap finds them again; it also holds every name and
 * string that was read while the function was being compiled.
 */
final class ConstantPool {
    private final LuaThread thread;
    private final Proto proto;
    private final LuaTable numbers;
    private int count;

    ConstantPool(LuaThread thread, Proto proto, LuaTable numbers) {
        this.thread = thread;
        this.proto = proto;
        this.numbers = numbers;
    }

    int count() {
        return count;
    }

    int string(LuaString value) {
        return add(value, 0, value, 0);
    }

    int number(double value) {
        return add(Value.NUMBER, value, Value.NUMBER, value);
    }

    int bool(boolean value) {
        Boolean ref = value ? Boolean.TRUE : Boolean.FALSE;
        return add(ref, 0, ref, 0);
    }

    /** Nil cannot be a key: the table itself stands for it. */
    int nil() {
        return add(numbers, 0, null, 0);
    }

    private int add(Object keyRef, double keyNum, Object ref, double num) {
        LuaVm vm = thread.vm();
        int slot = numbers.find(keyRef, keyNum);
        if (slot == LuaTable.NONE) {
            slot = numbers.insert(vm, keyRef, keyNum);
        }
        if (numbers.ref(slot) == Value.NUMBER) {
            return (int) numbers.num(slot);
        }
        numbers.set(vm, slot, Value.NUMBER, count);
        if (count == proto.constRef.length) {
            proto.resizeConstants(vm.heap(), Growth.next(thread, count, Instruction.MAX_BX, "constant table overflow"));
        }
        proto.constRef[count] = ref;
        proto.constNum[count] = num;
        proto.refersTo(vm, ref);
        return count++;
    }

    /** Cuts the vector to its length. */
    void finish() {
        proto.resizeConstants(thread.vm().heap(), count);
    }
}
