package org.perilune.lfs;

import java.util.HashMap;
import java.util.Map;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/**
 * The strings that an image's functions need. They are collected as keys of a Lua table and written in its order, as the
 * firmware's host compiler does: so equal images need an equal table.
 */
final class StringPool {
    private static final byte FLASH_MARK = 1 << 6;
    /** Bytes before a string's text: next record, type and mark, hash, length. */
    static final int RECORD = 16;

    static final int TYPE_AT = 4;
    static final int HASH_AT = 8;
    static final int LENGTH_AT = 12;

    /** Type and mark of a string in flash, as one word. */
    static final int TYPE_WORD = Value.STRING | FLASH_MARK << 8;

    private final LuaVm vm;
    private final LuaTable collected;
    private final Map<LuaString, Integer> offsets = new HashMap<>();

    /** The pool's table is left on the thread's stack. */
    StringPool(LuaThread thread) {
        vm = thread.vm();
        collected = new LuaTable(thread, 0, 0);
        thread.ref[thread.top] = collected;
        thread.ensureStack(1);
        thread.top++;
    }

    /** Collects the strings of a function, and then of the functions in it. */
    void collect(Proto proto) {
        add(proto.source);
        if (proto.lineInfo.length > 0) {
            add(lines(proto));
        }
        for (Object constant : proto.constRef) {
            if (constant instanceof LuaString string) {
                add(string);
            }
        }
        for (LuaString name : proto.upvalueNames) {
            add(name);
        }
        for (LuaString name : proto.localNames) {
            add(name);
        }
        for (Proto inner : proto.protos) {
            collect(inner);
        }
    }

    private void add(LuaString string) {
        collected.setString(vm, string, Value.NUMBER, 1);
    }

    /** Packed line info lies in an image as a string, without the 0 that ends it. */
    private LuaString lines(Proto proto) {
        int length = 0;
        while (length < proto.lineInfo.length && proto.lineInfo[length] != 0) {
            length++;
        }
        return vm.strings().intern(proto.lineInfo, 0, length);
    }

    /** Writes the hash vector and the strings, and the header's words about them. */
    void write(FlashLayout layout) {
        int count = 0;
        for (int at = collected.next(0); at != 0; at = collected.next(at)) {
            count++;
        }
        int slots = 2 * Integer.highestOneBit(count);
        int vector = layout.take(slots * Words.SIZE);
        layout.address(LfsHeader.HASH_VECTOR_AT, vector);
        layout.word(LfsHeader.STRINGS_AT, count);
        layout.word(LfsHeader.SLOTS_AT, slots);
        for (int at = collected.next(0); at != 0; at = collected.next(at)) {
            LuaString string = (LuaString) collected.keyRef(at);
            write(layout, string, vector + (string.hash() & (slots - 1)) * Words.SIZE);
        }
    }

    private void write(FlashLayout layout, LuaString string, int slot) {
        int record = layout.take(RECORD);
        layout.address(record, layout.target(slot));
        layout.address(slot, record);
        layout.word(record + TYPE_AT, TYPE_WORD);
        layout.word(record + HASH_AT, string.hash());
        layout.word(record + LENGTH_AT, string.length());
        layout.bytes(layout.take(string.length() + 1), string.bytes());
        offsets.put(string, record);
    }

    /** Offset of a string's record. */
    int offset(LuaString string) {
        return offsets.get(string);
    }

    /** Offset of a function's packed line info; 0 when it has none. */
    int linesOffset(Proto proto) {
        return proto.lineInfo.length == 0 ? 0 : offset(lines(proto)) + RECORD;
    }
}
