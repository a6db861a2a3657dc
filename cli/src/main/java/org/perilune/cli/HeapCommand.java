package org.perilune.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.BareHost;
import org.perilune.runtime.lib.BareMachine;
import org.perilune.runtime.lib.OnePartReader;
import org.perilune.runtime.lib.SystemHost;
import org.perilune.runtime.measure.HeapCase;
import org.perilune.runtime.measure.HeapCaseResult;
import org.perilune.runtime.measure.LoadCost;
import org.perilune.runtime.measure.MeasureException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "heap",
        description = "Measures what Lua costs in heap, to the byte.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND")
final class HeapCommand implements Runnable {
    /** Device bytes that a measured file may take. */
    private static final long CAPACITY = 64L << 20;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "no command given");
    }

    @Command(
            description = {
                "What loading each file costs, as a TSV.",
                "A file is loaded as fast.load loads a piece: its chunk name is =NAME, without .lua. A whole module,"
                        + " which has a SPLIT MODULE marker, is loaded as a file: its chunk name is @FILE."
            })
    int load(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "Lua sources or .lc files") List<Path> files,
            @Option(
                            names = "--strip",
                            paramLabel = "1-3",
                            defaultValue = "2",
                            description =
                                    "1 keeps all debug information, 2 drops names (the board's default), 3 lines too")
                    int strip) {
        if (strip < 1 || strip > 3) {
            throw Failure.usage("--strip takes 1, 2 or 3, not " + strip);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("file\tlive_bytes\tcompile_peak_bytes\tlive_plus_garbage_bytes\tdev_live\tdev_compile_peak"
                + "\tdev_live_plus_garbage\tblocks");
        for (Path file : files) {
            LoadCost cost = loadCost(file, strip);
            out.printf(
                    "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d%n",
                    file,
                    cost.live(),
                    cost.peak(),
                    cost.withGarbage(),
                    cost.deviceLive(),
                    cost.devicePeak(),
                    cost.deviceWithGarbage(),
                    cost.blocks());
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "case",
            description = {
                "Runs measuring cases on a bare machine, each on its own, as a TSV.",
                "A case is a file that returns a function; what the function leaves behind is the live heap."
            })
    int measureCases(@Parameters(paramLabel = "FILE", arity = "1..*", description = "cases") List<Path> files) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.join("\t", HeapCaseResult.COLUMNS));
        for (Path file : files) {
            byte[] text = LuacCommand.withoutFirstLineComment(HostFiles.read(file));
            try {
                HeapCaseResult result = HeapCase.measure(text, silentHost(), HeapCase.BOARD_MODE);
                out.println(stem(file)
                        + result.figures().stream().map(figure -> "\t" + figure).collect(Collectors.joining()));
            } catch (MeasureException e) {
                throw Failure.program(file + ": " + e.getMessage());
            }
        }
        out.flush();
        return 0;
    }

    private static LoadCost loadCost(Path file, int strip) {
        byte[] text = LuacCommand.withoutFirstLineComment(HostFiles.read(file));
        Heap heap = new Heap(BuildProfile.hostBuild(), new PricedModel(CAPACITY));
        LuaState lua = BareMachine.create(heap, silentHost());
        heap.mode(Heap.ALWAYS, 0);
        lua.vm().stripLevel(strip - 1);
        try {
            return LoadCost.of(lua, new OnePartReader(text), chunkName(file, text));
        } catch (MeasureException e) {
            throw Failure.program(file + ": " + e.getMessage());
        }
    }

    static String chunkName(Path file, byte[] text) {
        String name = String.valueOf(file.getFileName());
        if (new String(text, StandardCharsets.ISO_8859_1).contains("--[[SPLIT MODULE ")) {
            return "@" + name;
        }
        return "=" + stem(file);
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".lua") ? name.substring(0, name.length() - 4) : name;
    }

    private static BareHost silentHost() {
        return new SystemHost(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Path.of("."));
    }
}
