package org.perilune.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.OutOfMemory;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.BareMachine;
import org.perilune.runtime.lib.HostExit;
import org.perilune.runtime.lib.OnePartReader;
import org.perilune.runtime.lib.SystemHost;

/** Runs a file on a machine without a board, as the firmware's host tool does with {@code -e}. */
final class BareRun {
    /** Device bytes when no heap is given: no ceiling for any sane script, but one for the host's sake. */
    private static final long CEILING = 1L << 30;

    /** Host memory that a device byte may take: an object has less room here, but is copied whenever it grows. */
    private static final int HOST_BYTES = 3;

    private BareRun() {}

    /**
     * Runs the file.
     *
     * @param heap device bytes that are free at the start, or null for no ceiling
     * @return the exit code
     */
    static int run(Path file, byte[] text, List<String> arguments, Integer heap, OutputStream stdout) {
        OutputStream out = new BufferedOutputStream(stdout);
        SystemHost host = new SystemHost(System.in, out, System.err, Path.of(""));
        try {
            LuaState lua = heap == null ? machine(ceiling(), host) : machine(heap + idleUse(), host);
            return run(lua, file, text, arguments);
        } catch (HostExit exit) {
            return exit.code();
        } catch (OutOfMemory e) {
            throw Failure.usage("a heap of " + heap + " bytes is too small for the libraries");
        } finally {
            flush(out);
        }
    }

    private static long ceiling() {
        return Math.min(CEILING, Runtime.getRuntime().maxMemory() / HOST_BYTES);
    }

    private static LuaState machine(long capacity, SystemHost host) {
        Heap heap = new Heap(BuildProfile.hostBuild(), new PricedModel(capacity));
        LuaState lua = BareMachine.create(heap, host);
        lua.setTop(0);
        return lua;
    }

    /** Device bytes that the libraries have in use at the start. */
    private static long idleUse() {
        SystemHost nobody = new SystemHost(
                java.io.InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Path.of(""));
        return machine(ceiling(), nobody).vm().heap().deviceUsed();
    }

    /** The program runs within a native function, as in the host tool: it shows in tracebacks and counts as a call. */
    private static int run(LuaState lua, Path file, byte[] text, List<String> arguments) {
        lua.pushClosure(main -> runMain(main, file, text, arguments), 0);
        // What stands in the place of the host tool's own argument is the handler of the program's errors.
        lua.getGlobal("debug");
        lua.getField(-1, "traceback");
        lua.remove(-2);
        lua.call(1, 0);
        return 0;
    }

    private static int runMain(LuaState lua, Path file, byte[] text, List<String> arguments) {
        byte[] chunk = LuacCommand.withoutFirstLineComment(text);
        int status = lua.load(new OnePartReader(chunk), HostFiles.chunkName(file));
        if (status == Status.OK) {
            for (String argument : arguments) {
                byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
                lua.push(bytes, 0, bytes.length);
            }
            status = lua.protectedCall(arguments.size(), 1, 1);
        }
        if (status != Status.OK) {
            String message = lua.toJavaString(-1);
            throw Failure.program(message == null ? file + ": (error object is not a string)" : message);
        }
        return 0;
    }

    private static void flush(OutputStream out) {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
