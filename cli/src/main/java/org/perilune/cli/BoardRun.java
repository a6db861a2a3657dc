package org.perilune.cli;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.BootReason;
import org.perilune.board.Chip;
import org.perilune.board.PowerCycle;
import org.perilune.board.UartSink;
import org.perilune.board.VirtualClock;
import org.perilune.board.standard.StandardBoards;
import org.perilune.board.storage.FileStore;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.lib.FileChunk;
import org.perilune.runtime.value.LightFunction;

/** Runs a file on a board in virtual time, until nothing is pending or an error ends it. */
final class BoardRun {
    /** More than any boot takes. */
    private static final Duration BOOT = Duration.ofMinutes(1);

    private final Board board;
    private final String name;
    private final List<String> arguments;
    /** The first error, with its traceback; null while there is none. */
    private String failure;

    private BoardRun(Board board, String name, List<String> arguments) {
        this.board = board;
        this.name = name;
        this.arguments = arguments;
    }

    /** Runs the file; returns the exit code. */
    static int run(Path file, byte[] text, List<String> arguments, BoardOptions options, OutputStream out) {
        Chip chip = Chip.inMemory();
        String name = HostFiles.isStandardStream(file) ? "stdin" : String.valueOf(file.getFileName());
        if (name.length() > FileStore.MAX_NAME) {
            throw Failure.usage(file + ": its name is longer than the " + FileStore.MAX_NAME
                    + " bytes that fit on a board; rename it");
        }
        if (!chip.files().write(name, text)) {
            throw Failure.usage(file + ": does not fit on the board's file system");
        }
        chip.startup().banner(false);
        chip.startup().command("=");
        ProgramOnly screen = new ProgramOnly(UartSink.withoutCarriageReturns(new ScreenOutput(out)));
        BoardConfig config = options.config(new VirtualClock()).withPrompt(false);
        try (StandardBoards boards = options.boards();
                Board board = boards.create(config, chip, screen)) {
            screen.board = board;
            return new BoardRun(board, name, arguments).run();
        }
    }

    private int run() {
        board.powerOn();
        board.runUntil(() -> board.cycle().promptsShown() > 0, BOOT);
        board.cycle().post(this::runFile);
        while (!board.runUntil(() -> failure != null || wasReset() || board.isIdle(), Duration.ofDays(1))) {
            // Another day of the board's time.
        }
        if (failure != null) {
            throw Failure.program(failure);
        } else if (wasReset()) {
            throw Failure.program(name + ": the board's watchdog has reset it: a task may run for 3 s of the board's"
                    + " time, and tmr.wdclr() gives it more");
        }
        return 0;
    }

    private boolean wasReset() {
        PowerCycle cycle = board.cycle();
        return cycle != null && cycle.bootReason().rawCode() == BootReason.WATCHDOG.rawCode();
    }

    private void runFile() {
        PowerCycle cycle = board.cycle();
        LuaState lua = cycle.lua();
        reportErrorsOfCallbacks(lua);
        lua.getGlobal("debug");
        lua.getField(-1, "traceback");
        lua.remove(1);
        int status = FileChunk.load(lua, name);
        if (status == Status.OK) {
            for (String argument : arguments) {
                byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
                lua.push(bytes, 0, bytes.length);
            }
            status = lua.protectedCall(arguments.size(), 0, 1);
        }
        if (status != Status.OK) {
            fail(lua);
        }
        lua.setTop(0);
    }

    private void reportErrorsOfCallbacks(LuaState lua) {
        NativeFunction report = state -> {
            fail(state);
            return 0;
        };
        lua.push(PowerCycle.ERROR_REPORTER);
        lua.push(new LightFunction("report", report));
        lua.vm().registry().setString(lua.vm(), lua.toLuaString(-2), lua.refAt(-1), 0);
        lua.pop(2);
    }

    private void fail(LuaState lua) {
        if (failure == null) {
            String message = lua.toJavaString(-1);
            failure = message == null ? name + ": (error object is not a string)" : message;
        }
    }

    /** Only the program speaks: what the board says of itself, before there is a program at each boot, is dropped. */
    private static final class ProgramOnly implements UartSink {
        private final UartSink target;
        private Board board;

        ProgramOnly(UartSink target) {
            this.target = target;
        }

        @Override
        public void send(byte[] bytes) {
            if (board.cycle() != null) {
                target.send(bytes);
            }
        }
    }
}
