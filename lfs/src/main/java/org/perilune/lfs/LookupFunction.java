package org.perilune.lfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.perilune.runtime.compile.FloatingByte;
import org.perilune.runtime.compile.Instruction;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/**
 * The main function of an image, which is made and not compiled: called with a module's name it returns that module's
 * function, otherwise the time at which the image was built and the list of its modules.
 */
final class LookupFunction {
    /** Most modules of an image: as many as one SETLIST takes. */
    static final int MOST_MODULES = Instruction.FIELDS_PER_FLUSH;

    private static final String SOURCE = "=(luac)";
    private static final int NAME = 0;
    private static final int RESULT = 1;
    private static final int LIST = 2;

    private LookupFunction() {}

    /** Makes the function for modules and their names. */
    static Proto make(LuaVm vm, List<Proto> modules, List<LuaString> names, long time) {
        int count = modules.size();
        Heap heap = vm.heap();
        Proto proto = new Proto(vm);
        proto.source = vm.strings().intern(SOURCE);
        proto.parameters = 1;
        proto.maxStack = count + 3;
        proto.resizeProtos(heap, count);
        proto.resizeConstants(heap, count + 1);
        for (int i = 0; i < count; i++) {
            proto.protos[i] = modules.get(i);
            proto.constRef[i] = names.get(i);
        }
        proto.constRef[count] = Value.NUMBER;
        proto.constNum[count] = time;
        int[] code = code(count);
        proto.resizeCode(heap, code.length);
        System.arraycopy(code, 0, proto.code, 0, code.length);
        return proto;
    }

    private static int[] code(int modules) {
        List<Integer> code = new ArrayList<>();
        for (int i = 0; i < modules; i++) {
            code.add(Instruction.abc(Instruction.EQ, 0, NAME, Instruction.CONSTANT_BIT | i));
            code.add(Instruction.asbx(Instruction.JMP, 0, 2));
            code.add(Instruction.abx(Instruction.CLOSURE, RESULT, i));
            code.add(Instruction.abc(Instruction.RETURN, RESULT, 2, 0));
        }
        code.add(Instruction.abx(Instruction.LOADK, RESULT, modules));
        code.add(Instruction.abc(Instruction.NEWTABLE, LIST, FloatingByte.encode(modules), 0));
        for (int i = 0; i < modules; i++) {
            code.add(Instruction.abx(Instruction.LOADK, LIST + 1 + i, i));
        }
        code.add(Instruction.abc(Instruction.SETLIST, LIST, modules, 1));
        code.add(Instruction.abc(Instruction.RETURN, RESULT, 3, 0));
        code.add(Instruction.abc(Instruction.RETURN, 0, 1, 0));
        return code.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether a function is what {@link #make} makes. */
    static boolean isSound(Proto proto) {
        int count = proto.protos.length;
        return count >= 1
                && count <= MOST_MODULES
                && proto.upvalues == 0
                && proto.parameters == 1
                && proto.varargFlags == 0
                && proto.maxStack == count + 3
                && proto.constRef.length == count + 1
                && Arrays.stream(proto.constRef, 0, count).allMatch(LuaString.class::isInstance)
                && proto.constRef[count] == Value.NUMBER
                && Arrays.equals(proto.code, code(count));
    }

    /** Names of the modules, in the image's order. */
    static List<String> names(Proto proto) {
        return Arrays.stream(proto.constRef, 0, proto.protos.length)
                .map(Object::toString)
                .toList();
    }

    /** When the image was built, in seconds since 1970. */
    static double time(Proto proto) {
        return proto.constNum[proto.protos.length];
    }

    /** A module's name: its file's name without folders, leading dots and what follows the first dot. */
    static String moduleName(LuaString source) {
        String file = source.toString();
        int nul = file.indexOf('\0');
        file = file.substring(Math.min(1, file.length()), nul < 1 ? file.length() : nul);
        int folder = file.lastIndexOf('/');
        if (folder < 0) {
            folder = file.lastIndexOf('\\');
        }
        int from = folder + 1;
        while (from < file.length() && file.charAt(from) == '.') {
            from++;
        }
        int dot = file.indexOf('.', from);
        String name = file.substring(from, dot < 0 ? file.length() : dot);
        return name.isEmpty() ? file : name;
    }
}
