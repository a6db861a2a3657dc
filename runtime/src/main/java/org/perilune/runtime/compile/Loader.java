package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.UpVal;

/** The compiler's door: turns a chunk, Lua text or bytecode, into a function. */
public final class Loader {
    /** First byte of bytecode. */
    static final int BINARY_MARK = 0x1b;

    private Loader() {}

    /**
     * Loads a chunk. The collector rests from the first byte on, so all garbage of compiling stays until the end, and
     * it may run afterwards even if it was forbidden before. The function is left on the thread's stack as well.
     *
     * @param chunkName the chunk's name, each character one byte; what follows a NUL is dropped
     * @return the function, its environment the thread's globals and its upvalues nil
     * @throws CompileError when the chunk is not valid; the stack's top and the count of native calls are then the
     *     caller's to restore, as with any other exception
     * @throws org.perilune.runtime.heap.OutOfMemory when the heap cannot take it
     */
    public static LuaClosure load(LuaThread thread, ChunkReader reader, String chunkName) {
        LuaVm vm = thread.vm();
        ByteStream stream = new ByteStream(reader);
        TokenBuffer buffer = new TokenBuffer(vm.heap());
        int nul = chunkName.indexOf('\0');
        String name = nul < 0 ? chunkName : chunkName.substring(0, nul);
        try {
            boolean binary = stream.peek() == BINARY_MARK;
            vm.collector().check();
            vm.collector().block(true);
            Proto proto = binary
                    ? new Undump(thread, stream, buffer, name).load()
                    : StatementParser.parse(thread, stream, buffer, name);
            LuaClosure closure = new LuaClosure(vm, proto.upvalues, thread.globals());
            closure.proto = proto;
            for (int i = 0; i < proto.upvalues; i++) {
                closure.upvals[i] = UpVal.closed(vm);
            }
            Anchors.push(thread, closure);
            return closure;
        } finally {
            vm.collector().block(false);
            buffer.free();
        }
    }
}
