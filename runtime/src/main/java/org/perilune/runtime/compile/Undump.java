package org.perilune.runtime.compile;

import java.util.Arrays;
import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.OutOfMemory;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Messages;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/**
 * Reads a function from bytecode. Each vector is taken once at its final size. Nothing that a chunk says is trusted:
 * every read is bounded by what the chunk holds, and each function passes the {@link Verifier}.
 */
final class Undump {
    /** Vectors up to this many elements are taken without looking whether the chunk is long enough to fill them. */
    private static final int SMALL = 1 << 15;
    /** Most bytes that a block could have if the heap had no end. */
    private static final long MOST_BYTES = 0xffff_fffdL;

    private final LuaThread thread;
    private final LuaVm vm;
    private final Heap heap;
    private final ByteStream stream;
    private final TokenBuffer buffer;
    private final String name;
    private final byte[] word = new byte[8];
    /** Bytes read after the header. */
    private long total;

    /** @param name the chunk's name, for messages */
    Undump(LuaThread thread, ByteStream stream, TokenBuffer buffer, String name) {
        this.thread = thread;
        this.vm = thread.vm();
        this.heap = vm.heap();
        this.stream = stream;
        this.buffer = buffer;
        if (name.startsWith("@") || name.startsWith("=")) {
            this.name = name.substring(1);
        } else if (!name.isEmpty() && name.charAt(0) == Loader.BINARY_MARK) {
            this.name = "binary string";
        } else {
            this.name = name;
        }
    }

    Proto load() {
        header();
        total = 0;
        return function(vm.strings().intern("=?"));
    }

    private CompileError error(String why) {
        return new CompileError(Messages.push(thread, "%s: %s in precompiled chunk", name, why));
    }

    private void header() {
        byte[] found = new byte[Dump.HEADER.length];
        block(found, found.length);
        if (!Arrays.equals(found, Dump.HEADER)) {
            throw new CompileError(Messages.push(
                    thread, "%s: bad header in precompiled chunk%s", name, ForeignHeader.describe(found)));
        }
    }

    // ---- functions

    private Proto function(LuaString outerSource) {
        if (++thread.nativeCalls > Grammar.MAX_DEPTH) {
            throw error("code too deep");
        }
        Proto proto = new Proto(vm);
        Anchors.push(thread, proto);
        LuaString source = string();
        proto.source = source == null ? outerSource : source;
        proto.lineDefined = integer();
        proto.lastLineDefined = integer();
        proto.upvalues = readByte();
        proto.parameters = readByte();
        proto.varargFlags = readByte();
        proto.maxStack = readByte();
        code(proto);
        constants(proto);
        protos(proto);
        lines(proto);
        locals(proto);
        upvalueNames(proto);
        if (!Verifier.isSound(proto)) {
            throw error("bad code");
        }
        thread.top--;
        thread.nativeCalls--;
        return proto;
    }

    private void code(Proto proto) {
        int count = integer();
        align();
        checkRoom(count, heap.profile().pointer(), 4);
        proto.resizeCode(heap, count);
        for (int i = 0; i < count; i++) {
            proto.code[i] = word();
        }
    }

    private void constants(Proto proto) {
        int count = integer();
        checkRoom(count, heap.profile().tvalue(), 1);
        proto.resizeConstants(heap, count);
        for (int i = 0; i < count; i++) {
            switch (readByte()) {
                case Dump.NIL_CONSTANT -> proto.constRef[i] = null;
                case Dump.BOOLEAN_CONSTANT -> proto.constRef[i] = readByte() != 0 ? Boolean.TRUE : Boolean.FALSE;
                case Dump.NUMBER_CONSTANT -> {
                    proto.constRef[i] = Value.NUMBER;
                    proto.constNum[i] = number();
                }
                case Dump.STRING_CONSTANT -> proto.constRef[i] = presentString();
                default -> throw error("bad constant");
            }
            proto.refersTo(vm, proto.constRef[i]);
        }
    }

    private void protos(Proto proto) {
        int count = integer();
        checkRoom(count, heap.profile().pointer(), 1);
        proto.resizeProtos(heap, count);
        for (int i = 0; i < count; i++) {
            proto.protos[i] = function(proto.source);
            proto.refersTo(vm, proto.protos[i]);
        }
    }

    private void lines(Proto proto) {
        int count = integer();
        align();
        if (count > 0) {
            checkRoom(count, 1, 1);
            proto.resizeLineInfo(heap, count);
            block(proto.lineInfo, count);
        }
    }

    private void locals(Proto proto) {
        int count = integer();
        checkRoom(count, heap.profile().locVar(), 1);
        proto.resizeLocals(heap, count);
        for (int i = 0; i < count; i++) {
            proto.localNames[i] = presentString();
            proto.refersTo(vm, proto.localNames[i]);
            proto.localStart[i] = integer();
            proto.localEnd[i] = integer();
        }
    }

    private void upvalueNames(Proto proto) {
        int count = integer();
        checkRoom(count, heap.profile().pointer(), 1);
        proto.resizeUpvalueNames(heap, count);
        for (int i = 0; i < count; i++) {
            proto.upvalueNames[i] = presentString();
            proto.refersTo(vm, proto.upvalueNames[i]);
        }
    }

    /**
     * Refuses a vector that the heap cannot take or that the chunk is too short to fill, before the host spends memory
     * on it.
     *
     * @param size bytes of an element on the heap
     * @param leastBytes fewest bytes of an element in the chunk
     */
    private void checkRoom(int count, int size, int leastBytes) {
        if (count <= SMALL) {
            return;
        }
        if (count + 1L > MOST_BYTES / size) {
            throw new CompileError(Messages.push(thread, "memory allocation error: block too big"));
        }
        if ((long) count * size > Integer.MAX_VALUE) {
            throw new OutOfMemory(Integer.MAX_VALUE);
        }
        int address = heap.realloc(Account.OBJECTS, 0, 0, count * size);
        heap.realloc(Account.OBJECTS, address, count * size, 0);
        if (!stream.holds((long) count * leastBytes)) {
            throw error("unexpected end");
        }
    }

    // ---- single values

    private void block(byte[] target, int length) {
        if (!stream.read(target, length)) {
            throw error("unexpected end");
        }
        total += length;
    }

    private int readByte() {
        block(word, 1);
        return word[0] & 0xff;
    }

    private void align() {
        while ((total & 3) != 0) {
            readByte();
        }
    }

    private int word() {
        return (int) bytes(4);
    }

    private int integer() {
        int value = word();
        if (value < 0) {
            throw error("bad integer");
        }
        return value;
    }

    private double number() {
        return Double.longBitsToDouble(bytes(8));
    }

    private long bytes(int count) {
        block(word, count);
        long value = 0;
        for (int at = count - 1; at >= 0; at--) {
            value = value << 8 | (word[at] & 0xff);
        }
        return value;
    }

    /** A string, or null where the chunk has none. */
    private LuaString string() {
        int size = word();
        if (size == 0) {
            return null;
        }
        if (size < 0) {
            throw new OutOfMemory(Integer.MAX_VALUE);
        }
        checkRoom(size, 1, 1);
        byte[] room = buffer.room(size);
        block(room, size);
        return vm.strings().intern(room, 0, size - 1);
    }

    private LuaString presentString() {
        LuaString string = string();
        if (string == null) {
            throw error("bad string");
        }
        return string;
    }
}
