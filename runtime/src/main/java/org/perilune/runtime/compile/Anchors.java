package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaThread;

/** What the compiler keeps on the Lua stack so that a collection finds it. It shows in the stack's size. */
final class Anchors {
    private Anchors() {}

    static void push(LuaThread thread, Object object) {
        thread.ref[thread.top] = object;
        thread.ensureStack(1);
        thread.top++;
    }
}
