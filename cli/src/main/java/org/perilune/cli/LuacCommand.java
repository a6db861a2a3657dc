package org.perilune.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.perilune.lfs.LfsBuildException;
import org.perilune.lfs.LfsBuilder;
import org.perilune.runtime.compile.Dump;
import org.perilune.runtime.compile.Listing;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.lib.OnePartReader;
import org.perilune.runtime.value.LuaClosure;
import org.perilune.runtime.value.Proto;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "luac",
        description = "Compiles Lua files to the bytecode or the LFS image that the firmware's host compiler writes.",
        mixinStandardHelpOptions = true)
final class LuacCommand implements Callable<Integer> {
    private static final long HEAP = 512L << 20;
    private static final int SECTOR = 4096;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Lua source or .lc file; - is the standard input")
    private List<Path> files;

    @Option(
            names = "-o",
            paramLabel = "F",
            description = "output file; - is the standard output (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("luac.out");

    @Option(names = "-l", description = "list the bytecode")
    private boolean list;

    @Option(names = "-p", description = "parse only, write nothing")
    private boolean parseOnly;

    @Option(
            names = "-s",
            description = "strip debug information; images keep theirs, as the firmware's compiler has it")
    private boolean strip;

    @Option(names = "-f", description = "write an LFS image of the files, one module each, that a board can load")
    private boolean image;

    @Option(
            names = "-a",
            paramLabel = "ADDR",
            converter = WordNumber.class,
            description = "write an LFS image bound to an address, raw as it lies in flash; implies -f")
    private Integer address;

    @Option(
            names = "-m",
            paramLabel = "SIZE",
            converter = WordNumber.class,
            description = "most bytes of flash that the image may need, a multiple of 4096; implies -f")
    private Integer maxSize;

    @Option(
            names = "--time",
            paramLabel = "SECONDS",
            converter = EpochSeconds.class,
            description = "build time that the image carries, in seconds since 1970 (default: now)")
    private Long time;

    @Override
    public Integer call() {
        if (image || address != null || maxSize != null) {
            checkImageOptions();
            writeImage();
        } else if (time != null) {
            throw wrong("--time is for images: add -f");
        } else {
            writeChunk();
        }
        return 0;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void checkImageOptions() {
        if (address != null) {
            int offset = address - LfsBuilder.LOWEST_ADDRESS;
            if (offset < 0 || offset > LfsBuilder.ADDRESS_SPAN || offset % SECTOR != 0) {
                throw wrong(String.format(
                        "-a 0x%x is no flash address: give a multiple of 0x1000 from 0x%x to 0x%x",
                        address, LfsBuilder.LOWEST_ADDRESS, LfsBuilder.LOWEST_ADDRESS + LfsBuilder.ADDRESS_SPAN));
            }
        }
        if (maxSize != null && (maxSize < 0 || maxSize % SECTOR != 0)) {
            throw wrong("-m " + Integer.toUnsignedLong(maxSize) + " is no region's size: give a multiple of 4096");
        }
    }

    // ---- images

    private void writeImage() {
        LfsBuilder builder = new LfsBuilder();
        if (time != null) {
            builder.time(time);
        }
        if (maxSize != null) {
            builder.maxSize(maxSize);
        }
        for (Path file : files) {
            builder.add(HostFiles.chunkName(file), read(file));
        }
        for (String name : builder.doubleNames()) {
            spec.commandLine()
                    .getErr()
                    .println("perilune: " + out + ": several modules are called '" + name
                            + "', only the first can be got; rename a file");
        }
        builder.modules().forEach(this::listIfAsked);
        if (!parseOnly) {
            try {
                byte[] content = address == null ? builder.relocatable() : builder.absolute(address);
                HostFiles.writeStream(out, content);
                CommandLine command = spec.commandLine();
                PrintWriter notes = HostFiles.isStandardStream(out) ? command.getErr() : command.getOut();
                notes.println("Image size: " + builder.imageSize());
                notes.flush();
            } catch (LfsBuildException e) {
                throw Failure.program(out + ": " + e.getMessage());
            }
        }
    }

    // ---- bytecode

    private void writeChunk() {
        LuaState lua = LuaState.newMachine(new Heap(BuildProfile.floatBuild(), new PricedModel(HEAP)));
        List<Proto> chunks = new ArrayList<>();
        for (Path file : files) {
            if (lua.load(new OnePartReader(read(file)), HostFiles.chunkName(file)) != Status.OK) {
                throw Failure.program(lua.toJavaString(-1));
            }
            chunks.add(((LuaClosure) lua.refAt(-1)).proto);
            lua.ensureStack(LuaState.MIN_STACK);
        }
        Proto whole = chunks.size() == 1 ? chunks.get(0) : ChunkSequence.of(lua.vm(), chunks);
        listIfAsked(whole);
        if (!parseOnly) {
            HostFiles.writeStream(out, Dump.dump(whole, strip));
        }
    }

    private void listIfAsked(Proto proto) {
        if (list) {
            spec.commandLine().getOut().print(Listing.of(proto));
            spec.commandLine().getOut().flush();
        }
    }

    // ---- files

    private static byte[] read(Path file) {
        return withoutFirstLineComment(HostFiles.readStream(file));
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
