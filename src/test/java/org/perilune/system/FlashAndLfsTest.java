package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of Lua to modules that a board runs from flash, as a user goes about it. */
class FlashAndLfsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeModules() throws IOException {
        Files.writeString(folder.resolve("greet.lua"), "local who = ... return 'hello, ' .. who");
        Files.writeString(
                folder.resolve("shape.lua"),
                "local M = {} function M.area(w, h) return w * h end function M.name() return 'a shape' end return M");
        Files.writeString(
                folder.resolve("_init.lua"), "package.loaders[3] = function(name) return node.LFS.get(name) end");
    }

    private String run(String input, String... arguments) {
        Command command = Command.run(folder, input, arguments);
        assertEquals("", command.errors());
        assertEquals(0, command.exitCode());
        return command.output();
    }

    private void image() {
        run("", "luac", "-f", "--time", "1700000000", "-o", "lfs.img", "greet.lua", "shape.lua", "_init.lua");
    }

    @Test
    void aFolderOfModulesRunsFromFlash() {
        image();
        run("", "run", "--exit-idle", "--flash", "chip.bin");
        String put = run("", "fs", "put", "chip.bin", "lfs.img");
        assertTrue(put.startsWith("put        lfs.img ("), put);
        try (Command board = Command.start(folder, "run", "--flash", "chip.bin")) {
            board.type("=node.heap()\n");
            board.expect("\n> 40616\n> ");
            board.type("=node.LFS.reload'lfs.img'\n");
            board.expect("LFS region updated.  Restarting.\n\nNodeMCU");
            board.type("=node.heap()\n");
            // Names that the image has, too, no longer lie in the heap.
            board.expect("\n> 40736\n> ");
            board.type("=node.LFS.get'greet''board'\n");
            board.expect("hello, board\n> ");
            board.type("node.LFS._init() print(require'shape'.area(6, 7))\n");
            board.expect("42\n> ");
            board.type("=node.heap() > 40000\n");
            board.expect("true\n> ");
        }
    }

    @Test
    void thePreviousImageCanBeLoadedAgain() throws IOException {
        image();
        Files.copy(folder.resolve("lfs.img"), folder.resolve("previous.img"));
        Files.writeString(folder.resolve("greet.lua"), "return 'good bye'");
        image();
        run("", "run", "--exit-idle", "--flash", "chip.bin", "--lfs", "previous.img");
        run("", "fs", "put", "chip.bin", "lfs.img", "previous.img");
        try (Command board = Command.start(folder, "run", "--flash", "chip.bin")) {
            board.type("=node.LFS.greet'you'\n");
            board.expect("\n> hello, you\n> ");
            board.type("=node.heap()\n");
            board.expect("40736\n> ");
            board.type("=node.LFS.reload'lfs.img'\n");
            board.expect("LFS region updated.  Restarting.\n\nNodeMCU");
            board.type("=node.LFS.greet'you'\n");
            board.expect("\n> good bye\n> ");
            board.type("=node.LFS.reload'previous.img'\n");
            board.expect("LFS region updated.  Restarting.\n\nNodeMCU");
            board.type("=node.heap()\n");
            board.expect("\n> 40736\n> ");
            board.type("=node.LFS.greet'you'\n");
            board.expect("hello, you\n> ");
        }
    }

    @Test
    void theRadiosSettingsAndTheTimesOfFilesAreKeptFromRunToRun() throws IOException {
        run(
                "wifi.setmode(1) wifi.sta.config{ssid='home',pwd='12345678'} file.putcontents('n','x')\n",
                "run",
                "--exit-idle",
                "--flash",
                "chip.bin");
        assertTrue(Files.readString(folder.resolve("chip.bin.times")).endsWith(" n\n"));
        String times = Files.readString(folder.resolve("chip.bin.times"));
        String text = run(
                "print(wifi.getdefaultmode(),(wifi.sta.getconfig()))\n", "run", "--exit-idle", "--flash", "chip.bin");
        assertTrue(text.contains("> 1\thome\n> "), text);
        assertEquals(times, Files.readString(folder.resolve("chip.bin.times")));
    }

    @Test
    void whatTheBoardWroteIsThereInTheNextRun() {
        image();
        run("file.putcontents('n', 'kept')\n", "run", "--exit-idle", "--flash", "chip.bin", "--lfs", "lfs.img");
        String text = run("=file.getcontents'n', node.LFS.greet'again'\n", "run", "--exit-idle", "--flash", "chip.bin");
        assertTrue(text.endsWith("> kept\thello, again\n> "), text);
        run("", "fs", "get", "chip.bin", "n");
        assertTrue(Files.exists(folder.resolve("n")));
    }

    @Test
    void aFileThatIsNoChipOrImageIsRefusedUntouched() throws IOException {
        run("", "fs", "format", "bare.img", "--size", "256K");
        long before = Files.getLastModifiedTime(folder.resolve("bare.img")).toMillis();
        refused(
                "perilune: bare.img: is a bare SPIFFS image, not a flash chip; look into it with fs",
                "--flash",
                "bare.img");
        assertEquals(
                before, Files.getLastModifiedTime(folder.resolve("bare.img")).toMillis());
        refused("perilune: greet.lua: is no LFS image", "--lfs", "greet.lua");
        refused("perilune: none.img: no such file or folder", "--lfs", "none.img");
    }

    private void refused(String message, String option, String file) {
        Command command = Command.run(folder, "", "run", "--exit-idle", option, file);
        assertEquals(2, command.exitCode());
        assertTrue(command.errors().startsWith(message), command.errors());
        assertEquals(1, command.errors().lines().count(), command.errors());
    }

    @Test
    void aBoardWhoseProcessIsEndedLeavesItsFilesAndTheirTimes() throws IOException {
        try (Command board = Command.start(folder, "run", "--flash", "chip.bin")) {
            board.expect("> ");
            board.type("file.putcontents('n', 'kept')\n");
            board.expect("> ");
            board.type("=file.stat'n'.size\n");
            board.expect("4\n> ");
            board.end();
        }
        assertTrue(Files.readString(folder.resolve("chip.bin.times")).endsWith(" n\n"));
        String text = run("=file.getcontents'n'\n", "run", "--exit-idle", "--flash", "chip.bin");
        assertTrue(text.endsWith("> kept\n> "), text);
    }
}
