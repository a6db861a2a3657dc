package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Proto;

/** Reads a function from bytecode. */
final class Undump {
    Undump(LuaThread thread, ByteStream stream, TokenBuffer buffer, String name) {}

    Proto load() {
        throw new UnsupportedOperationException("not written yet");
    }
}
