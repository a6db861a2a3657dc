package org.perilune.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.perilune.runtime.compile.Dump;
import org.perilune.runtime.compile.Listing;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.Proto;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "luac",
        description = "Compiles a Lua file to the bytecode that the firmware's host compiler writes.",
        mixinStandardHelpOptions = true)
final class LuacCommand implements Callable<Integer> {
    private static final long HEAP = 512L << 20;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Lua source or .lc file")
    private List<Path> files;

    @Option(names = "-o", paramLabel = "F", description = "output file (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("luac.out");

    @Option(names = "-l", description = "list the bytecode")
    private boolean list;

    @Option(names = "-p", description = "parse only, write nothing")
    private boolean parseOnly;

    @Option(names = "-s", description = "strip debug information")
    private boolean strip;

    @Override
    public Integer call() {
        if (files.size() > 1 && !parseOnly) {
            throw new ParameterException(spec.commandLine(), "one FILE at a time, unless only parsing (-p)");
        }
        for (Path file : files) {
            Proto proto = compile(file);
            if (list) {
                spec.commandLine().getOut().print(Listing.of(proto));
                spec.commandLine().getOut().flush();
            }
            if (!parseOnly) {
                HostFiles.write(out, Dump.dump(proto, strip));
            }
        }
        return 0;
    }

    private static Proto compile(Path file) {
        LuaState lua = LuaState.newMachine(new Heap(BuildProfile.floatBuild(), new PricedModel(HEAP)));
        lua.vm().stripLevel(0);
        byte[] text = withoutFirstLineComment(HostFiles.read(file));
        if (lua.load(new OnePart(text), "@" + file) != Status.OK) {
            throw Failure.program(lua.toJavaString(-1));
        }
        return ((LuaClosure) lua.refAt(-1)).proto;
    }

    /** A first line that begins with {@code #} is the shell's; its line end stays, so that lines keep their numbers. */
    static byte[] withoutFirstLineComment(byte[] text) {
        if (text.length == 0 || text[0] != '#') {
            return text;
        }
        int end = 0;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return Arrays.copyOfRange(text, end, text.length);
    }
}
