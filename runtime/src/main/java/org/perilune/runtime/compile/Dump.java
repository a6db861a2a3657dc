package org.perilune.runtime.compile;

import java.io.ByteArrayOutputStream;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/** Writes a function as bytecode, all numbers with the low byte first. */
public final class Dump {
    /** What each bytecode chunk of the default build begins with: mark, version, format, byte order, sizes, kind of number. */
    static final byte[] HEADER = {0x1b, 'L', 'u', 'a', 0x51, 0, 1, 4, 4, 4, 8, 0};

    static final int NIL_CONSTANT = 0;
    static final int BOOLEAN_CONSTANT = 1;
    static final int NUMBER_CONSTANT = 3;
    static final int STRING_CONSTANT = 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean strip;

    private Dump(boolean strip) {
        this.strip = strip;
    }

    /**
     * The bytecode of a function with all functions inside it.
     *
     * @param strip whether to leave out source name, lines and names
     */
    public static byte[] dump(Proto proto, boolean strip) {
        Dump dump = new Dump(strip);
        dump.out.writeBytes(HEADER);
        dump.function(proto, null);
        return dump.out.toByteArray();
    }

    private void function(Proto proto, LuaString outerSource) {
        string(strip || proto.source == outerSource ? null : proto.source);
        integer(proto.lineDefined);
        integer(proto.lastLineDefined);
        out.write(proto.upvalues);
        out.write(proto.parameters);
        out.write(proto.varargFlags);
        out.write(proto.maxStack);
        integer(proto.code.length);
        align();
        for (int instruction : proto.code) {
            integer(instruction);
        }
        constants(proto);
        integer(proto.protos.length);
        for (Proto inner : proto.protos) {
            function(inner, proto.source);
        }
        debug(proto);
    }

    private void constants(Proto proto) {
        integer(proto.constRef.length);
        for (int i = 0; i < proto.constRef.length; i++) {
            Object constant = proto.constRef[i];
            if (constant == null) {
                out.write(NIL_CONSTANT);
            } else if (constant instanceof Boolean flag) {
                out.write(BOOLEAN_CONSTANT);
                out.write(flag ? 1 : 0);
            } else if (constant == Value.NUMBER) {
                out.write(NUMBER_CONSTANT);
                long bits = Double.doubleToRawLongBits(proto.constNum[i]);
                integer((int) bits);
                integer((int) (bits >>> 32));
            } else {
                out.write(STRING_CONSTANT);
                string((LuaString) constant);
            }
        }
    }

    private void debug(Proto proto) {
        int lines = strip ? 0 : LineInfo.length(proto);
        integer(lines);
        align();
        out.write(proto.lineInfo, 0, lines);
        int locals = strip ? 0 : proto.localNames.length;
        integer(locals);
        for (int i = 0; i < locals; i++) {
            string(proto.localNames[i]);
            integer(proto.localStart[i]);
            integer(proto.localEnd[i]);
        }
        int upvalues = strip ? 0 : proto.upvalueNames.length;
        integer(upvalues);
        for (int i = 0; i < upvalues; i++) {
            string(proto.upvalueNames[i]);
        }
    }

    /** A string with its length, both counting the NUL after it; null is length 0. */
    private void string(LuaString string) {
        if (string == null) {
            integer(0);
            return;
        }
        integer(string.length() + 1);
        out.writeBytes(string.bytes());
        out.write(0);
    }

    private void integer(int value) {
        out.write(value);
        out.write(value >>> 8);
        out.write(value >>> 16);
        out.write(value >>> 24);
    }

    /** Fills up to a multiple of 4 bytes, counted from the chunk's first byte. */
    private void align() {
        while ((out.size() & 3) != 0) {
            out.write(0);
        }
    }
}
