package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Proto;

/** A function's local variables: all ever declared, in the prototype, and those in scope, by register. */
final class Locals {
    /** Most locals in scope at one time. */
    static final int LIMIT = 50;
    /** Most locals that a function declares. */
    private static final int MOST_RECORDS = Short.MAX_VALUE;

    private final LuaThread thread;
    private final Proto proto;
    private final Lexer lexer;
    /** Number of the debug record of each local in scope. */
    private final int[] records = new int[LIMIT];
    /** Locals in scope. */
    private int active;
    /** Locals declared. */
    private int declared;

    Locals(LuaThread thread, Proto proto, Lexer lexer) {
        this.thread = thread;
        this.proto = proto;
        this.lexer = lexer;
    }

    int active() {
        return active;
    }

    /**
     * Declares a local, which is not in scope yet.
     *
     * @param position how many declared before it wait to come into scope
     */
    void declare(LuaString name, int position) {
        if (active + position + 1 > LIMIT) {
            String message = lexer.errors().limit(proto, LIMIT, "local variables");
            throw lexer.errors().at(lexer.line, message);
        }
        if (declared == proto.localNames.length) {
            proto.resizeLocals(
                    thread.vm().heap(), Growth.next(thread, declared, MOST_RECORDS, "too many local variables"));
        }
        proto.localNames[declared] = name;
        proto.refersTo(thread.vm(), name);
        records[active + position] = declared++;
    }

    /** Declares a local with a name of the compiler's own. */
    void declare(String name, int position) {
        declare(lexer.anchored(name), position);
    }

    /** Lets the next {@code count} declared locals come into scope. */
    void activate(int count, int pc) {
        for (int i = 0; i < count; i++) {
            proto.localStart[records[active++]] = pc;
        }
    }

    /** Says that the newest local in scope is visible from {@code pc} only. */
    void restartNewest(int pc) {
        proto.localStart[records[active - 1]] = pc;
    }

    /** Ends the scope of all locals but the first {@code level}. */
    void deactivate(int level, int pc) {
        while (active > level) {
            proto.localEnd[records[--active]] = pc;
        }
    }

    /** Register of the local in scope with this name, or -1. */
    int find(LuaString name) {
        int register = active - 1;
        while (register >= 0 && proto.localNames[records[register]] != name) {
            register--;
        }
        return register;
    }

    /** Cuts the vector to its length. */
    void finish() {
        proto.resizeLocals(thread.vm().heap(), declared);
    }
}
