package org.perilune.cli;

import java.io.PrintWriter;
import java.util.List;
import org.perilune.board.BoardException;
import org.perilune.lfs.LfsBuildException;
import org.perilune.runtime.measure.MeasureException;
import org.perilune.srcdiet.DietException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code perilune}; the only class that may end the process. */
@Command(
        name = "perilune",
        description = "An emulated NodeMCU-style board.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    /** In the order of the help. */
    private static final List<String> COMMANDS =
            List.of("run", "exec", "luac", "lfs", "fs", "diet", "split", "heap", "scenario");

    /** Set to anything, it has internal errors show where they happened. */
    private static final String TRACE_VARIABLE = "PERILUNE_TRACE";

    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        StandardOutput out = StandardOutput.install();
        int code = execute(commandLine(args), args);
        System.exit(out.exitCode(code, System.err));
    }

    /** Runs a command, and survives what the library passes on: it catches no errors of the Java machine. */
    static int execute(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (Error e) {
            return internalError(e, line.getErr());
        }
    }

    /**
     * The command tree, without ending the process: exit codes are 0 done, 1 failed, 2 wrong usage. Building a command
     * takes longer than running a short file, so where the arguments name one, the tree has no other.
     */
    static CommandLine commandLine(String... args) {
        List<String> names = args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS;
        CommandLine line = new CommandLine(new Main());
        for (String name : names) {
            // What exec does not know is for the file that it runs.
            line.addSubcommand(
                    name, new CommandLine(command(name)).setUnmatchedOptionsArePositionalParams(name.equals("exec")));
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(Main::failed);
    }

    private static Object command(String name) {
        return switch (name) {
            case "run" -> new RunCommand();
            case "exec" -> new ExecCommand();
            case "luac" -> new LuacCommand();
            case "lfs" -> new LfsCommand();
            case "fs" -> new FsCommand();
            case "diet" -> new DietCommand();
            case "split" -> new SplitCommand();
            case "heap" -> new HeapCommand();
            case "scenario" -> new ScenarioCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        boolean noSuchCommand = e instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !command.getSubcommands().isEmpty();
        String message = noSuchCommand
                ? "there is no command '"
                        + ((UnmatchedArgumentException) e).getUnmatched().get(0) + "'"
                : e.getMessage();
        command.getErr().println("perilune: " + message + " (try '" + name + " --help')");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command, ParseResult result) {
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
        boolean isWrapped = e instanceof ExecutionException && e.getCause() != null;
        return internalError(isWrapped ? e.getCause() : e, command.getErr());
    }

    /** What nobody foresaw is a fault of ours: the user gets one line, and whoever mends it the trace. */
    private static int internalError(Throwable e, PrintWriter errors) {
        if (System.getenv(TRACE_VARIABLE) != null) {
            e.printStackTrace(errors);
        }
        errors.println("perilune: internal error, please report it: "
                + e.toString().replaceAll("\\s+", " ") + " (" + TRACE_VARIABLE + "=1 shows where)");
        errors.flush();
        return CommandLine.ExitCode.SOFTWARE;
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
