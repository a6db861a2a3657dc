package org.perilune.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "exec", description = "Runs one Lua file to the end in virtual time.", mixinStandardHelpOptions = true)
final class ExecCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "Lua source or .lc file; - is the standard input")
    private Path file;

    @Parameters(index = "1..*", paramLabel = "ARG", description = "what the file sees as ...")
    private List<String> arguments = List.of();

    @Option(
            names = "--bare",
            description = "no board: only the machine with its standard libraries, io and os, and no heap ceiling"
                    + " unless --heap")
    private boolean bare;

    @Mixin
    private BoardOptions options;

    @Override
    public Integer call() {
        byte[] text = HostFiles.readStream(file);
        return bare
                ? BareRun.run(file, text, arguments, options.heapGiven(), System.out)
                : BoardRun.run(file, text, arguments, options, System.out);
    }
}
