package org.perilune.runtime.value;

import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/**
 * A compiled function. Each vector is a block of its own whose price is its Java array's length; while the compiler
 * fills it the array is as long as the firmware's vector would be, and {@link #resizeCode} and its like change both.
 */
public final class Proto extends GcObject {
    private static final int[] NO_INTS = {};
    private static final Object[] NO_REFS = {};
    private static final double[] NO_NUMS = {};
    private static final Proto[] NO_PROTOS = {};
    private static final byte[] NO_BYTES = {};
    private static final LuaString[] NO_STRINGS = {};

    /** Bit of {@link #varargFlags}: has the implicit local {@code arg}. */
    public static final int HAS_ARG = 1;
    /** Bit of {@link #varargFlags}: takes variable arguments. */
    public static final int IS_VARARG = 2;
    /** Bit of {@link #varargFlags}: the table {@code arg} must be made at each call. */
    public static final int NEEDS_ARG = 4;

    public int[] code = NO_INTS;
    /** Constants: references, numbers beside them. */
    public Object[] constRef = NO_REFS;

    public double[] constNum = NO_NUMS;
    /** Functions defined inside this one. */
    public Proto[] protos = NO_PROTOS;
    /** Packed line info: runs of counts and line deltas, ended by a 0 byte. */
    public byte[] lineInfo = NO_BYTES;

    public LuaString[] localNames = NO_STRINGS;
    public int[] localStart = NO_INTS;
    public int[] localEnd = NO_INTS;
    public LuaString[] upvalueNames = NO_STRINGS;
    public LuaString source;
    public int lineDefined;
    public int lastLineDefined;
    /** Number of upvalues its closures have. */
    public int upvalues;

    public int parameters;
    public int varargFlags;
    /** Registers it needs. */
    public int maxStack;

    private int codeAddress;
    private int constAddress;
    private int protoAddress;
    private int lineAddress;
    private int localAddress;
    private int upvalueAddress;

    /** Takes the block of an empty prototype. */
    public Proto(LuaVm vm) {
        address = vm.heap().realloc(Account.OBJECTS, 0, 0, vm.heap().profile().proto());
        vm.collector().link(this);
    }

    /** A prototype in flash: its maker fills it, then nothing changes it; machines may share it. */
    private Proto() {
        marked = IN_FLASH;
    }

    /** An empty prototype in flash, for its maker to fill by setting the vectors: none of them takes heap. */
    public static Proto inFlash() {
        return new Proto();
    }

    private static int resize(Heap heap, int address, int oldLength, int newLength, int elementSize) {
        return heap.realloc(Account.OBJECTS, address, oldLength * elementSize, newLength * elementSize);
    }

    public void resizeCode(Heap heap, int length) {
        codeAddress =
                resize(heap, codeAddress, code.length, length, heap.profile().pointer());
        code = java.util.Arrays.copyOf(code, length);
    }

    public void resizeConstants(Heap heap, int length) {
        constAddress = resize(
                heap, constAddress, constRef.length, length, heap.profile().tvalue());
        constRef = java.util.Arrays.copyOf(constRef, length);
        constNum = java.util.Arrays.copyOf(constNum, length);
    }

    public void resizeProtos(Heap heap, int length) {
        protoAddress =
                resize(heap, protoAddress, protos.length, length, heap.profile().pointer());
        protos = java.util.Arrays.copyOf(protos, length);
    }

    public void resizeLineInfo(Heap heap, int length) {
        lineAddress = resize(heap, lineAddress, lineInfo.length, length, 1);
        lineInfo = java.util.Arrays.copyOf(lineInfo, length);
    }

    public void resizeLocals(Heap heap, int length) {
        localAddress = resize(
                heap, localAddress, localNames.length, length, heap.profile().locVar());
        localNames = java.util.Arrays.copyOf(localNames, length);
        localStart = java.util.Arrays.copyOf(localStart, length);
        localEnd = java.util.Arrays.copyOf(localEnd, length);
    }

    public void resizeUpvalueNames(Heap heap, int length) {
        upvalueAddress = resize(
                heap,
                upvalueAddress,
                upvalueNames.length,
                length,
                heap.profile().pointer());
        upvalueNames = java.util.Arrays.copyOf(upvalueNames, length);
    }

    /** To be called after a reference was written into the prototype or one of its vectors. */
    public void refersTo(LuaVm vm, Object child) {
        vm.collector().barrierValue(this, child);
    }

    @Override
    int traverse(Collector collector) {
        if (source != null) {
            collector.mark(source);
        }
        for (Object constant : constRef) {
            collector.markValue(constant);
        }
        for (LuaString name : upvalueNames) {
            collector.markIfPresent(name);
        }
        for (Proto proto : protos) {
            collector.markIfPresent(proto);
        }
        for (LuaString name : localNames) {
            collector.markIfPresent(name);
        }
        return size(collector.heap());
    }

    @Override
    void release(Heap heap) {
        resizeProtos(heap, 0);
        resizeConstants(heap, 0);
        resizeLocals(heap, 0);
        resizeUpvalueNames(heap, 0);
        resizeCode(heap, 0);
        resizeLineInfo(heap, 0);
        heap.realloc(Account.OBJECTS, address, heap.profile().proto(), 0);
    }

    /** Bytes of the prototype and its vectors, its strings and inner functions not counted. */
    @Override
    public int size(Heap heap) {
        var profile = heap.profile();
        return profile.proto()
                + profile.pointer() * (code.length + protos.length + upvalueNames.length)
                + profile.tvalue() * constRef.length
                + profile.locVar() * localNames.length
                + lineInfo.length;
    }
}
