package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Proto;

/** Compiles statements. */
final class StatementParser {
    private StatementParser() {}

    static Proto parse(LuaThread thread, ByteStream stream, TokenBuffer buffer, String name) {
        throw new UnsupportedOperationException("not written yet");
    }
}
