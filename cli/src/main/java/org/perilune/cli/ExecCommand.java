package org.perilune.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "exec", description = "Runs one Lua file to the end in virtual time.", mixinStandardHelpOptions = true)
final class ExecCommand implements Callable<Integer> {
    private static final Set<String> BARE_OPTIONS = Set.of("--bare", "--heap");

    @Parameters(index = "0", paramLabel = "FILE", description = "Lua source or .lc file; - is the standard input")
    private Path file;

    @Parameters(index = "1..*", paramLabel = "ARG", description = "what the file sees as ..., its options included")
    private List<String> arguments = List.of();

    @Option(
            names = "--bare",
            description = "no board: only the machine with its standard libraries, io and os, and no heap ceiling"
                    + " unless --heap")
    private boolean bare;

    @Mixin
    private BoardOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (file.toString().matches("-.+")) {
            throw new ParameterException(spec.commandLine(), "Unknown option: '" + file + "'");
        }
        if (bare) {
            refuseBoardOptions();
        }
        byte[] text = HostFiles.readStream(file);
        return bare
                ? BareRun.run(file, text, arguments, options.heapGiven(), System.out)
                : BoardRun.run(file, text, arguments, options, System.out);
    }

    private void refuseBoardOptions() {
        for (OptionSpec given : spec.commandLine().getParseResult().matchedOptions()) {
            if (!BARE_OPTIONS.contains(given.longestName())) {
                throw new ParameterException(
                        spec.commandLine(), given.longestName() + " is for a board, and with --bare there is none");
            }
        }
    }
}
