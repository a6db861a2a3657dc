package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.perilune.runtime.compile.ChunkReader;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.BareMachine;
import org.perilune.runtime.lib.SystemHost;

/** The board's own compiler and machine as judges of the minifier: same bytecode, same run. */
class BoardCompilerTest {
    private static final int PROGRAMS = 150;
    private static final long HEAP = 8L << 20;

    private final BoardCompiler compiler = new BoardCompiler();

    static List<String> nasty() {
        return Sources.NASTY;
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void hardInputsStillRunWhenMinified(String name) {
        LuaSource source = Sources.nasty(name);
        for (DietLevel level : DietLevel.values()) {
            LuaSource result = Minifier.minify(source, level, compiler).source();
            assertEquals("OK\n", run(result.withoutLoaderLine()), name + " " + level);
        }
    }

    @Test
    void randomProgramsRunTheSameMinified() {
        int finished = 0;
        for (long seed = 0; seed < PROGRAMS; seed++) {
            LuaSource source = new LuaSource("seed " + seed, new ProgramGenerator(seed).program(4), LineMap.SAME);
            LuaSource result =
                    Minifier.minify(source, DietLevel.MAXIMUM, compiler).source();
            String expected = run(source);
            assertEquals(expected, run(result), source.name());
            finished += expected.isEmpty() ? 0 : 1;
        }
        assertTrue(finished > 0, "some programs tell how they ended");
    }

    @Test
    void aTextThatIsNoProgramIsRefusedAtItsLine() {
        SourceException e = assertThrows(
                SourceException.class,
                () -> compiler.strippedBytecode("x", "a = 1\nb = = 2".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(2, e.line());
    }

    /** Runs a text on a bare machine; what it printed, and how it ended if not well. */
    private static String run(LuaSource source) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.ISO_8859_1);
        SystemHost host = new SystemHost(InputStream.nullInputStream(), out, nowhere, Path.of("."));
        LuaState lua = BareMachine.create(new Heap(BuildProfile.hostBuild(), new PricedModel(HEAP)), host);
        lua.setTop(0);
        byte[][] text = {source.bytes()};
        ChunkReader once = () -> {
            byte[] part = text[0];
            text[0] = null;
            return part;
        };
        int status = lua.load(once, "=t");
        if (status == Status.OK) {
            status = lua.protectedCall(0, 0, 0);
        }
        // Addresses depend on what was compiled, and the message on lines, which minifying moves.
        String printed = out.toString(StandardCharsets.ISO_8859_1).replaceAll("0x[0-9a-f]+", "0x");
        return printed + (status == Status.OK ? "" : "status " + status);
    }
}
