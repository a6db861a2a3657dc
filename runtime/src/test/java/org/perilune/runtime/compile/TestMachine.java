package org.perilune.runtime.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.LuaVm;
import org.perilune.runtime.value.Proto;

/** A machine with nothing but a heap and a main thread, for tests of the compiler. */
final class TestMachine {
    final Heap heap;
    final LuaVm vm;
    final LuaThread thread;

    TestMachine() {
        this(Integer.MAX_VALUE);
    }

    /** @param capacity device bytes */
    TestMachine(long capacity) {
        heap = new Heap(BuildProfile.floatBuild(), new PricedModel(capacity));
        vm = new LuaVm(heap);
        thread = new MainThread(vm);
        vm.start(thread);
    }

    private static final class MainThread extends LuaThread {
        MainThread(LuaVm vm) {
            super(vm, null);
        }
    }

    /** Loads a chunk given in one part; the function stays on the stack. */
    LuaClosure load(byte[] chunk, String name) {
        byte[][] parts = {chunk, null};
        int[] at = {0};
        return Loader.load(thread, () -> parts[at[0]++], name);
    }

    /** Compiles a text with all debug information. */
    Proto compile(String text) {
        vm.stripLevel(0);
        return load(text.getBytes(StandardCharsets.ISO_8859_1), "=t").proto;
    }

    /** The message with which a chunk is refused. */
    String errorOf(byte[] chunk, String name) {
        int top = thread.top;
        int nativeCalls = thread.nativeCalls;
        try {
            load(chunk, name);
        } catch (CompileError error) {
            return error.text().toString();
        } finally {
            thread.top = top;
            thread.nativeCalls = nativeCalls;
        }
        throw new AssertionError("was compiled");
    }

    String errorOf(String text) {
        return errorOf(text.getBytes(StandardCharsets.ISO_8859_1), "=t");
    }

    static byte[] resource(String path) {
        try (InputStream in = TestMachine.class.getResourceAsStream("/truth/" + path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
