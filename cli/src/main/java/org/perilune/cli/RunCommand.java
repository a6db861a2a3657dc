package org.perilune.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.perilune.board.Board;
import org.perilune.board.Chip;
import org.perilune.board.Clock;
import org.perilune.board.HostFolder;
import org.perilune.board.RealClock;
import org.perilune.board.UartSink;
import org.perilune.board.VirtualClock;
import org.perilune.board.standard.StandardBoards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Boots a board, its file system filled from DIR, and gives its prompt.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** A look at whether the end has come, at the latest. */
    private static final Duration ROUND = Duration.ofDays(1);

    private enum ClockKind {
        REAL,
        VIRTUAL
    }

    /** Options whose names begin another's, as --ftp that of --ftp-tls, which means nothing without it. */
    private static final List<String> DOORS = List.of("--ftp", "--telnet");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "folder whose files the board finds in its file system")
    private Path folder;

    @Mixin
    private BoardOptions options;

    @Mixin
    private ChipOptions chipOptions;

    @Mixin
    private FtpOptions ftp;

    @Mixin
    private TelnetOptions telnet;

    @Option(names = "-e", paramLabel = "LUA", description = "a line to type after boot; repeatable")
    private List<String> lines = new ArrayList<>();

    @Option(
            names = "--no-init",
            description = "boot without init.lua, or whatever else is the start-up program, this once")
    private boolean noInit;

    @Option(
            names = "--exit-idle",
            description = "leave when the input has ended and nothing is pending: no task, timer or open socket")
    private boolean exitIdle;

    @Option(names = "--clock", paramLabel = "KIND", description = "real, or virtual to skip idle time (default: real)")
    private ClockKind clockKind = ClockKind.REAL;

    @Override
    public Integer call() throws IOException {
        DOORS.forEach(this::checkDoor);
        Clock clock = clockKind == ClockKind.REAL ? new RealClock() : new VirtualClock();
        Chip chip = chipOptions.open();
        try {
            run(clock, chip);
        } finally {
            chipOptions.close(chip);
        }
        return 0;
    }

    /** What says how a door is to be has to come with the door. */
    private void checkDoor(String door) {
        for (OptionSpec given : spec.commandLine().getParseResult().matchedOptions()) {
            String name = given.longestName();
            if (name.startsWith(door + "-")
                    && !spec.commandLine().getParseResult().hasMatchedOption(door)) {
                throw new ParameterException(
                        spec.commandLine(),
                        name + " needs " + door + " " + spec.findOption(door).paramLabel());
            }
        }
    }

    @SuppressWarnings("ClosingStandardOutputStreams") // doors only write there
    private void run(Clock clock, Chip chip) throws IOException {
        if (folder != null) {
            HostFolder.copy(folder, chip.files());
        }
        if (Terminals.isInteractive()) {
            try (TerminalConsole console = new TerminalConsole();
                    StandardBoards boards = options.boards();
                    Board board = boards.create(options.config(clock), chip, console.line());
                    Doors doors = Doors.announcedOnStandardError()) {
                console.line().to(board);
                ftp.open(doors, board, chipOptions);
                telnet.open(doors, console.line());
                boot(board);
                console.start(board);
                runInTerminal(board);
            }
        } else {
            runPlain(clock, chip);
        }
    }

    private void boot(Board board) {
        if (noInit) {
            board.skipProgramOnce();
        }
        board.powerOn();
        for (String line : lines) {
            board.send((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void runInTerminal(Board board) {
        if (exitIdle) {
            board.runUntilIdle();
        } else {
            board.serve();
        }
    }

    @SuppressWarnings("ClosingStandardOutputStreams") // doors only write there
    private void runPlain(Clock clock, Chip chip) {
        SerialLine line = new SerialLine(UartSink.withoutCarriageReturns(new ScreenOutput(System.out)));
        try (StandardBoards boards = options.boards();
                Board board = boards.create(options.config(clock), chip, line);
                Doors doors = Doors.announcedOnStandardError()) {
            line.to(board);
            ftp.open(doors, board, chipOptions);
            telnet.open(doors, line);
            boot(board);
            PlainConsole console = new PlainConsole(board, line, System.in);
            if (!exitIdle) {
                console.start();
                board.serve();
                return;
            }
            // With -e alone nobody waits for an input that may never end.
            boolean awaitInput = lines.isEmpty() || inputIsThere();
            if (awaitInput) {
                console.start();
            }
            while (!board.runUntil(() -> (!awaitInput || console.hasEnded()) && board.isIdle(), ROUND)) {
                // Another round: a board may be busy for days.
            }
        }
    }

    private static boolean inputIsThere() {
        try {
            return System.in.available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
