package org.perilune.runtime.lib;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.Value;

/** A bare machine under test, with what it prints. */
final class Bench {
    final Heap heap;
    final LuaState lua;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Bench() {
        this(16 << 20, Path.of("."), "");
    }

    /**
     * @param capacity device bytes
     * @param folder where its files lie
     * @param input what its standard input gives
     */
    Bench(long capacity, Path folder, String input) {
        heap = new Heap(BuildProfile.hostBuild(), new PricedModel(capacity));
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1));
        lua = BareMachine.create(heap, new SystemHost(in, printed, printed, folder));
        lua.setTop(0);
    }

    static byte[] resource(String path) {
        try (InputStream in = Bench.class.getResourceAsStream("/truth/" + path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a table of measured values, without its header, cut at tabs. */
    static List<String[]> rows(String path) {
        return new String(resource(path), StandardCharsets.ISO_8859_1)
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** Runs a chunk; its results, or false and the error. */
    List<String> run(String source) {
        return run(source, "=t");
    }

    List<String> run(String source, String chunkName) {
        lua.setTop(0);
        int status = lua.load(new OnePartReader(source.getBytes(StandardCharsets.ISO_8859_1)), chunkName);
        if (status == Status.OK) {
            status = lua.protectedCall(0, LuaState.ALL, 0);
        }
        List<String> values = new ArrayList<>();
        if (status != Status.OK) {
            values.add("false");
        }
        for (int index = 1; index <= lua.argCount(); index++) {
            values.add(show(lua.refAt(index), lua.numAt(index)));
        }
        return values;
    }

    /** Runs a chunk; its results joined by blanks. */
    String results(String source) {
        return String.join(" ", run(source));
    }

    private static String show(Object ref, double num) {
        if (ref == Value.NUMBER) {
            return NumberText.format(num);
        } else if (ref instanceof LuaString || ref instanceof Boolean) {
            return ref.toString();
        }
        return Value.typeName(ref);
    }

    /** What the machine has printed since the last time. */
    String printed() {
        String text = printed.toString(StandardCharsets.ISO_8859_1);
        printed.reset();
        return text;
    }
}
