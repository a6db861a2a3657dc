package org.perilune.cli;

import org.perilune.board.BoardException;
import org.perilune.lfs.LfsBuildException;
import org.perilune.runtime.measure.MeasureException;
import org.perilune.srcdiet.DietException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code perilune}; the only class that may end the process. */
@Command(
        name = "perilune",
        description = "An emulated NodeMCU-style board.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ExecCommand.class,
            LuacCommand.class,
            LfsCommand.class,
            FsCommand.class,
            DietCommand.class,
            SplitCommand.class,
            HeapCommand.class,
            ScenarioCommand.class
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command tree, without ending the process: exit codes are 0 done, 1 failed, 2 wrong usage. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("perilune: " + e.getMessage() + " (try '" + name + " --help')");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command, ParseResult result) throws Exception {
        if (e instanceof Failure failure) {
            command.getErr().println("perilune: " + failure.getMessage());
            return failure.exitCode();
        } else if (e instanceof BoardException) {
            command.getErr().println("perilune: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        } else if (e instanceof DietException || e instanceof MeasureException || e instanceof LfsBuildException) {
            command.getErr().println("perilune: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw e;
    }

    /** The version the jar was built as; classes outside a jar have none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"perilune " + (version == null ? "(development)" : version)};
        }
    }
}
