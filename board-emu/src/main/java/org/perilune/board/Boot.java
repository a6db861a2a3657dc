package org.perilune.board;

import java.nio.charset.StandardCharsets;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.exec.Status;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.lib.FileChunk;
import org.perilune.runtime.value.LightFunction;

/** How a board starts: libraries, prompt, banner, start-up program. */
final class Boot {
    /** Device bytes that an idle board has in use when {@code node.heap()} is asked at the first prompt. */
    static final int IDLE_USED = 6664;

    /** What placed blocks take more: the device hands out small remainders with the block before them. */
    static final int PLACING_SLACK = 192;

    /** With less than this at the prompt, not even a short line can be run. */
    private static final int LEAST_HEAP = 512;

    private static final int COLLECTOR_LIMIT = 4096;

    private final PowerCycle cycle;
    /** Whether everything is there that the start-up program needs. */
    private boolean isReady;

    Boot(PowerCycle cycle) {
        this.cycle = cycle;
    }

    void run() {
        LuaState lua = cycle.lua();
        lua.push(new LightFunction("board.main", (NativeFunction) this::main));
        int status = Prompt.callPrinting(lua, 0);
        if (!isReady) {
            throw status == Status.MEMORY_ERROR
                    ? tooSmall(cycle.board(), null)
                    : new BoardException("the board cannot boot: " + lua.toJavaString(-1));
        }
        if (status != Status.OK) {
            Prompt.print(lua, 1);
        }
    }

    private int main(LuaState lua) {
        cycle.interrupts().enter(false);
        Chip chip = cycle.board().chip();
        openLibraries(lua);
        lua.setTop(0);
        cycle.prompt().open(lua);
        new DeviceBlock(cycle.heap(), LineInput.CAPACITY);
        cycle.prompt().input(" \n".getBytes(StandardCharsets.ISO_8859_1));
        Startup startup = chip.startup();
        if (startup.banner()) {
            cycle.uart()
                    .print(Firmware.banner(
                            cycle.board().modules().names(), chip.lfs().size()));
        }
        isReady = true;
        if (!cycle.board().takeSkip()) {
            runProgram(lua, startup);
        }
        return 0;
    }

    private void openLibraries(LuaState lua) {
        lua.vm().collector().block(true);
        cycle.board().modules().open(cycle, (BoardHost) lua.vm().host());
        lua.vm().collector().block(false);
        cycle.heap().mode(Heap.ALWAYS, COLLECTOR_LIMIT);
    }

    private static void runProgram(LuaState lua, Startup startup) {
        String command = startup.command() == null ? Startup.DEFAULT_COMMAND : startup.command();
        int status = command.startsWith("@") ? loadFile(lua, command.substring(1)) : loadText(lua, command);
        if (status == Status.OK) {
            status = Prompt.callPrinting(lua, 0);
        }
        if (status != Status.OK) {
            Prompt.print(lua, 1);
        }
    }

    private static int loadFile(LuaState lua, String name) {
        return FileChunk.load(lua, name);
    }

    private static int loadText(LuaState lua, String command) {
        String text = command.startsWith("=") ? command.substring(1) : command;
        return lua.load(Prompt.once(text.getBytes(StandardCharsets.ISO_8859_1)), "=INIT");
    }

    /** Refuses a heap in which no program can run. */
    static void checkHeap(Board board) {
        if (board.config().heap() < LEAST_HEAP) {
            throw tooSmall(board, null);
        }
    }

    /** Device bytes that an idle board of a kind has in use at the first prompt. */
    static int idleUse(BoardConfig config) {
        return config.placing() ? IDLE_USED + PLACING_SLACK : IDLE_USED;
    }

    /** The board cannot even boot in so little memory. */
    static BoardException tooSmall(Board board, Throwable cause) {
        return new BoardException(
                "a heap of " + board.config().heap() + " bytes is too small for the board to boot", cause);
    }
}
