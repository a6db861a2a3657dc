package org.perilune.lfs;

import java.util.ArrayList;
import java.util.List;
import org.perilune.runtime.value.Proto;

/**
 * What a function takes in flash, its strings and the functions inside it not counted.
 *
 * @param name its source and first line, for people
 * @param instructions number of instructions
 * @param constants number of constants
 * @param bytes bytes of its record and vectors
 */
public record FunctionSize(String name, int instructions, int constants, int bytes) {
    /** The sizes of a function and of all functions inside it, the outermost first. */
    public static List<FunctionSize> of(Proto proto) {
        List<FunctionSize> sizes = new ArrayList<>();
        add(sizes, proto);
        return sizes;
    }

    private static void add(List<FunctionSize> sizes, Proto proto) {
        int bytes = FunctionRecord.BYTES
                + proto.constRef.length * FunctionRecord.CONSTANT_BYTES
                + proto.localNames.length * FunctionRecord.LOCAL_BYTES
                + (proto.code.length + proto.protos.length + proto.upvalueNames.length) * Words.SIZE;
        String source = proto.source.toString();
        String name = source.startsWith("@") || source.startsWith("=") ? source.substring(1) : source;
        sizes.add(new FunctionSize(name + ":" + proto.lineDefined, proto.code.length, proto.constRef.length, bytes));
        for (Proto inner : proto.protos) {
            add(sizes, inner);
        }
    }
}
