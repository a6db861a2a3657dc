package org.perilune.lfs;

import org.perilune.runtime.compile.Verifier;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/** Reads an image's functions and lets none through that could leave its registers, constants or code. */
final class FunctionReader {
    /** Functions inside functions; the compiler makes no more. */
    private static final int MOST_NESTED = 200;

    private static final int VARARG_FLAGS = Proto.HAS_ARG | Proto.IS_VARARG | Proto.NEEDS_ARG;

    private final ImageBytes image;
    private final StringReader strings;

    FunctionReader(ImageBytes image, StringReader strings) {
        this.image = image;
        this.strings = strings;
    }

    /** The function whose address stands in a word, with all functions inside it. */
    Proto read(int addressAt, int depth) {
        int at = image.offset(addressAt, "a function");
        if (depth > MOST_NESTED) {
            throw LfsFormatException.at(at, "functions are nested more than " + MOST_NESTED + " deep");
        }
        image.claim(at, FunctionRecord.BYTES, "a function");
        for (int zero : FunctionRecord.ZEROS) {
            if (image.word(at + zero) != 0) {
                throw LfsFormatException.at(at + zero, "a function has something where a board needs 0");
            }
        }
        Proto proto = Proto.inFlash();
        frame(proto, at);
        proto.source = strings.at(at + FunctionRecord.SOURCE, "a source name");
        proto.lineInfo = strings.lines(at + FunctionRecord.LINES);
        constants(proto, at);
        code(proto, at);
        locals(proto, at);
        upvalueNames(proto, at);
        inner(proto, at, depth);
        if (!Verifier.isSound(proto)) {
            throw LfsFormatException.at(at, "the code of a function is not sound");
        }
        return proto;
    }

    private void frame(Proto proto, int at) {
        proto.upvalues = image.byteAt(at + FunctionRecord.FRAME);
        proto.parameters = image.byteAt(at + FunctionRecord.FRAME + 1);
        proto.varargFlags = image.byteAt(at + FunctionRecord.FRAME + 2);
        proto.maxStack = image.byteAt(at + FunctionRecord.FRAME + 3);
        proto.lineDefined = line(at + FunctionRecord.FIRST_LINE);
        proto.lastLineDefined = line(at + FunctionRecord.LAST_LINE);
        if ((proto.varargFlags & ~VARARG_FLAGS) != 0) {
            throw LfsFormatException.at(at + FunctionRecord.FRAME, "a function has unknown flags");
        }
    }

    private int line(int at) {
        if (image.word(at) < 0) {
            throw LfsFormatException.at(at, "a line or place is negative");
        }
        return image.word(at);
    }

    private void constants(Proto proto, int at) {
        int count = image.count(at + FunctionRecord.CONSTANT_COUNT, "constants");
        int vector = image.vector(at + FunctionRecord.CONSTANTS, count, FunctionRecord.CONSTANT_BYTES, "constants");
        proto.constRef = new Object[count];
        proto.constNum = new double[count];
        for (int i = 0; i < count; i++) {
            int place = vector + i * FunctionRecord.CONSTANT_BYTES;
            switch (image.word(place + FunctionRecord.CONSTANT_TYPE)) {
                case Value.NIL -> proto.constRef[i] = null;
                case Value.BOOLEAN -> proto.constRef[i] = image.word(place) != 0 ? Boolean.TRUE : Boolean.FALSE;
                case Value.NUMBER_TYPE -> {
                    proto.constRef[i] = Value.NUMBER;
                    proto.constNum[i] = image.number(place);
                }
                case Value.STRING -> proto.constRef[i] = strings.at(place, "a constant");
                default -> throw LfsFormatException.at(place, "a constant has an unknown type");
            }
        }
    }

    private void code(Proto proto, int at) {
        int count = image.count(at + FunctionRecord.CODE_COUNT, "instructions");
        int vector = image.vector(at + FunctionRecord.CODE, count, Words.SIZE, "code");
        proto.code = new int[count];
        for (int i = 0; i < count; i++) {
            proto.code[i] = image.word(vector + i * Words.SIZE);
        }
    }

    private void locals(Proto proto, int at) {
        int count = image.count(at + FunctionRecord.LOCAL_COUNT, "local variables");
        int vector = image.vector(at + FunctionRecord.LOCALS, count, FunctionRecord.LOCAL_BYTES, "local variables");
        proto.localNames = new LuaString[count];
        proto.localStart = new int[count];
        proto.localEnd = new int[count];
        for (int i = 0; i < count; i++) {
            int place = vector + i * FunctionRecord.LOCAL_BYTES;
            proto.localNames[i] = strings.at(place, "a local variable's name");
            proto.localStart[i] = line(place + FunctionRecord.LOCAL_START);
            proto.localEnd[i] = line(place + FunctionRecord.LOCAL_END);
        }
    }

    private void upvalueNames(Proto proto, int at) {
        int count = image.count(at + FunctionRecord.UPVALUE_NAME_COUNT, "upvalue names");
        int vector = image.vector(at + FunctionRecord.UPVALUE_NAMES, count, Words.SIZE, "upvalue names");
        proto.upvalueNames = new LuaString[count];
        for (int i = 0; i < count; i++) {
            proto.upvalueNames[i] = strings.at(vector + i * Words.SIZE, "an upvalue's name");
        }
    }

    private void inner(Proto proto, int at, int depth) {
        int count = image.count(at + FunctionRecord.INNER_COUNT, "inner functions");
        int vector = image.vector(at + FunctionRecord.INNER, count, Words.SIZE, "inner functions");
        proto.protos = new Proto[count];
        for (int i = 0; i < count; i++) {
            proto.protos[i] = read(vector + i * Words.SIZE, depth + 1);
        }
    }
}
