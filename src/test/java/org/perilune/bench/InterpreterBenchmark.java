package org.perilune.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The same programs on this machine and on LuaJ's interpreter. Both must come to the same result. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class InterpreterBenchmark {
    private static final double TOLERANCE = 1e-9;

    /** A file of resources/bench without its ending. */
    @Param({
        "fib",
        "float_loop",
        "globals",
        "nbody",
        "spectral_norm",
        "sieve",
        "closures",
        "method_calls",
        "binary_trees",
        "insert_sort",
        "string_building",
        "format_gsub_find",
        "coroutines"
    })
    public String program;

    private UnlimitedMachine machine;
    private UnlimitedMachine unpricedMachine;
    private LuaValue luajChunk;

    /** Compiles the program on both and compares their results. */
    @Setup
    public void compile() {
        byte[] source = read(program);
        machine = new UnlimitedMachine();
        machine.compile(source);
        unpricedMachine = UnlimitedMachine.unpriced();
        unpricedMachine.compile(source);
        Globals globals = JsePlatform.standardGlobals();
        luajChunk = globals.load(new ByteArrayInputStream(source), program, "t", globals);
        double difference = perilune() - luaj();
        if (Math.abs(difference) > TOLERANCE) {
            throw new IllegalStateException(program + ": results differ by " + difference);
        }
    }

    private static byte[] read(String program) {
        try (InputStream file = InterpreterBenchmark.class.getResourceAsStream("/bench/" + program + ".lua")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public double perilune() {
        return machine.run();
    }

    /** This machine with pricing switched off: what the accounting of device bytes costs. */
    @Benchmark
    public double unpriced() {
        return unpricedMachine.run();
    }

    @Benchmark
    public double luaj() {
        return luajChunk.call().todouble();
    }

    /** Compiling a file of 500 lines. */
    @State(Scope.Thread)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 3, time = 1)
    @Fork(1)
    public static class Compiling {
        private static final int FUNCTIONS = 100;

        private static final String FUNCTION = """
                function f(a, b)
                  local t = {a, b, name = 'x' .. a}
                  for i = 1, #t do t[i] = t[i] + i * 2 end
                  if t.name == 'x' then return t[1] end
                end
                """;

        private final byte[] source = FUNCTION.repeat(FUNCTIONS).getBytes(StandardCharsets.ISO_8859_1);
        private UnlimitedMachine machine;
        private Globals globals;

        /** Makes both machines. */
        @Setup
        public void make() {
            machine = new UnlimitedMachine();
            globals = JsePlatform.standardGlobals();
        }

        @Benchmark
        public void perilune() {
            machine.compileAndForget(source);
        }

        @Benchmark
        public LuaValue luaj() {
            return globals.load(new ByteArrayInputStream(source), "file", "t", globals);
        }
    }
}
