package org.perilune.lfs;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/** Writes functions into an image: the inner ones first, then a function's vectors, then its record. */
final class FunctionWriter {
    private final FlashLayout layout;
    private final StringPool strings;

    FunctionWriter(FlashLayout layout, StringPool strings) {
        this.layout = layout;
        this.strings = strings;
    }

    /** Writes a function; returns its record's offset. */
    int write(Proto proto) {
        int inner = inner(proto);
        int constants = constants(proto);
        int code = vector(proto.code.length * Words.SIZE);
        for (int i = 0; i < proto.code.length; i++) {
            layout.word(code + i * Words.SIZE, proto.code[i]);
        }
        int locals = locals(proto);
        int upvalueNames = vector(proto.upvalueNames.length * Words.SIZE);
        for (int i = 0; i < proto.upvalueNames.length; i++) {
            layout.address(upvalueNames + i * Words.SIZE, strings.offset(proto.upvalueNames[i]));
        }
        int record = layout.take(FunctionRecord.BYTES);
        layout.address(record + FunctionRecord.CONSTANTS, constants);
        layout.address(record + FunctionRecord.CODE, code);
        layout.address(record + FunctionRecord.INNER, inner);
        layout.address(record + FunctionRecord.LINES, strings.linesOffset(proto));
        layout.address(record + FunctionRecord.LOCALS, locals);
        layout.address(record + FunctionRecord.UPVALUE_NAMES, upvalueNames);
        layout.address(record + FunctionRecord.SOURCE, strings.offset(proto.source));
        layout.word(record + FunctionRecord.UPVALUE_NAME_COUNT, proto.upvalueNames.length);
        layout.word(record + FunctionRecord.CONSTANT_COUNT, proto.constRef.length);
        layout.word(record + FunctionRecord.CODE_COUNT, proto.code.length);
        layout.word(record + FunctionRecord.INNER_COUNT, proto.protos.length);
        layout.word(record + FunctionRecord.LOCAL_COUNT, proto.localNames.length);
        layout.word(record + FunctionRecord.FIRST_LINE, proto.lineDefined);
        layout.word(record + FunctionRecord.LAST_LINE, proto.lastLineDefined);
        byte[] frame = {(byte) proto.upvalues, (byte) proto.parameters, (byte) proto.varargFlags, (byte) proto.maxStack
        };
        layout.bytes(record + FunctionRecord.FRAME, frame);
        return record;
    }

    /** Room for a vector; an empty one has none. */
    private int vector(int bytes) {
        return bytes == 0 ? 0 : layout.take(bytes);
    }

    private int inner(Proto proto) {
        int[] records = new int[proto.protos.length];
        for (int i = 0; i < records.length; i++) {
            records[i] = write(proto.protos[i]);
        }
        int vector = vector(records.length * Words.SIZE);
        for (int i = 0; i < records.length; i++) {
            layout.address(vector + i * Words.SIZE, records[i]);
        }
        return vector;
    }

    private int constants(Proto proto) {
        int vector = vector(proto.constRef.length * FunctionRecord.CONSTANT_BYTES);
        for (int i = 0; i < proto.constRef.length; i++) {
            int at = vector + i * FunctionRecord.CONSTANT_BYTES;
            Object constant = proto.constRef[i];
            layout.word(at + FunctionRecord.CONSTANT_TYPE, Value.type(constant));
            if (constant instanceof LuaString string) {
                layout.address(at, strings.offset(string));
            } else if (constant == Value.NUMBER) {
                layout.number(at, proto.constNum[i]);
            } else if (constant == Boolean.TRUE) {
                layout.word(at, 1);
            }
        }
        return vector;
    }

    private int locals(Proto proto) {
        int vector = vector(proto.localNames.length * FunctionRecord.LOCAL_BYTES);
        for (int i = 0; i < proto.localNames.length; i++) {
            int at = vector + i * FunctionRecord.LOCAL_BYTES;
            layout.address(at, strings.offset(proto.localNames[i]));
            layout.word(at + FunctionRecord.LOCAL_START, proto.localStart[i]);
            layout.word(at + FunctionRecord.LOCAL_END, proto.localEnd[i]);
        }
        return vector;
    }
}
