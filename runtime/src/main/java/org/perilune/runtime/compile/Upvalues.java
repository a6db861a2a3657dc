package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Proto;

/** The variables of outer functions that a function uses: each is a local or an upvalue of the next outer one. */
final class Upvalues {
    /** Most upvalues of a function. */
    static final int LIMIT = 60;

    private final LuaThread thread;
    private final Proto proto;
    private final Lexer lexer;
    private final boolean[] isLocal = new boolean[LIMIT];
    private final int[] index = new int[LIMIT];

    Upvalues(LuaThread thread, Proto proto, Lexer lexer) {
        this.thread = thread;
        this.proto = proto;
        this.lexer = lexer;
    }

    /** Whether an upvalue is a local of the next outer function, not an upvalue of it. */
    boolean isLocal(int upvalue) {
        return isLocal[upvalue];
    }

    /** Register or upvalue number in the next outer function. */
    int index(int upvalue) {
        return index[upvalue];
    }

    /** Number of the upvalue for a variable of the next outer function, a new one if need be. */
    int find(LuaString name, Expr outer) {
        boolean local = outer.kind == Expr.Kind.LOCAL;
        int count = proto.upvalues;
        for (int i = 0; i < count; i++) {
            if (isLocal[i] == local && index[i] == outer.info) {
                return i;
            }
        }
        if (count + 1 > LIMIT) {
            String message = lexer.errors().limit(proto, LIMIT, "upvalues");
            throw lexer.errors().at(lexer.line, message);
        }
        if (count == proto.upvalueNames.length) {
            proto.resizeUpvalueNames(thread.vm().heap(), Growth.next(thread, count, Growth.UNLIMITED, ""));
        }
        proto.upvalueNames[count] = name;
        proto.refersTo(thread.vm(), name);
        isLocal[count] = local;
        index[count] = outer.info;
        proto.upvalues++;
        return count;
    }

    /** Cuts the vector to its length. */
    void finish() {
        proto.resizeUpvalueNames(thread.vm().heap(), proto.upvalues);
    }
}
