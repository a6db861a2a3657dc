package org.perilune.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --telnet}: a board's prompt beside the board. */
@Timeout(120)
class TelnetDoorTest {
    @TempDir
    private Path folder;

    @Test
    void aPasswordIsMadeAndShownOnce() throws IOException {
        try (Command board = Command.start(folder, "run", "--telnet", "0")) {
            var shown = board.expectError("listens on 127\\.0\\.0\\.1:(\\d+), user perilune, password (\\w+)\n");
            int port = Integer.parseInt(shown.group(1));
            try (TelnetClient client = TelnetClient.loggedIn(port, shown.group(2))) {
                client.type("=1+1\r\n");
                client.expect("2\r\n> ");
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        try (TelnetDoor door = new TelnetDoor(folder);
                TelnetClient client = new TelnetClient(door.port())) {
            client.type("perilune\r\nsecre\r\nperilune\r\n\r\nroot\r\nsecret\r\n=1+1\r\n");
            String text = client.rest();
            assertEquals(3, text.split("Login incorrect", -1).length - 1, text);
            assertTrue(text.endsWith("Login incorrect\r\n"), text);
        }
    }

    @Test
    void allTerminalsShareTheLine() throws IOException {
        try (TelnetDoor door = new TelnetDoor(folder);
                TelnetClient first = door.enter();
                TelnetClient second = door.enter()) {
            first.expect("> ");
            second.expect("> ");
            door.board().expect("> ");
            first.type("print('from', 'first')\r\n");
            assertEquals("from\tfirst\r\n> ", first.expect("> "));
            assertEquals("print('from', 'first')\r\nfrom\tfirst\r\n> ", second.expect("> "));
            door.board().expect("print\\('from', 'first'\\)\nfrom\tfirst\n> ");
            door.board().type("x = 5\n=x\n");
            second.expect("=x\r\n");
            second.expect("5\r\n> ");
            first.expect("5\r\n> ");
        }
    }

    @Test
    void linesOfSeveralClientsDoNotMix() throws IOException {
        try (TelnetDoor door = new TelnetDoor(folder);
                TelnetClient first = door.enter();
                TelnetClient second = door.enter()) {
            first.type("n = 0\r\n");
            first.expect("> ");
            second.expect("n = 0\r\n");
            first.type("n = n +");
            second.type("n = n +");
            first.type(" 100\r");
            second.type(" 10\r");
            first.type("\0=n\r\n");
            second.type("\n=n\r\n");
            first.expect("110\r\n");
            second.expect("110\r\n");
        }
    }

    @Test
    void whoLeavesInTheMiddleOfALineLeavesNothing() throws IOException {
        try (TelnetDoor door = new TelnetDoor(folder);
                TelnetClient staying = door.enter()) {
            try (TelnetClient leaving = door.enter()) {
                leaving.type("error('half a li");
            }
            staying.type("=1+1\r\n");
            staying.expect("2\r\n> ");
        }
    }

    @Test
    void aBrokenStartUpProgramIsStoppedAndRemoved() throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("init.lua"), "while true do pcall(function() tmr.wdclr() end) end");
        try (TelnetDoor door = new TelnetDoor(folder, "files");
                TelnetClient client = door.enter()) {
            client.interrupt();
            client.expect("init.lua:1: interrupted\r\n");
            client.expect("> ");
            client.type("file.remove('init.lua') node.restart()\r\n");
            client.expect("cannot open init.lua");
            client.expect("> ");
            client.type("=node.bootreason()\r\n");
            client.expect("\r\n> ");
        }
    }

    @Test
    void anInterruptFreesTheBoardForTheOthers() throws IOException {
        try (TelnetDoor door = new TelnetDoor(folder);
                TelnetClient first = door.enter();
                TelnetClient second = door.enter()) {
            first.type("print('be' .. 'gun') while true do tmr.wdclr() end\r\n");
            second.expect("begun\r\n");
            first.type("=1+1\r\n");
            second.interrupt();
            first.expect("interrupted");
            first.expect("2\r\n> ");
            second.expect("2\r\n> ");
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsUpNobody() throws IOException {
        try (TelnetDoor door = new TelnetDoor(folder);
                TelnetClient lazy = door.enter();
                TelnetClient other = door.enter()) {
            lazy.type("=1\r\n");
            other.type("s = ('x'):rep(1000) for i = 1, 10000 do uart.write(0, s) tmr.wdclr() end print('done')\r\n");
            other.expect("xdone\r\n> ");
            other.type("=6*7\r\n");
            other.expect("42\r\n> ");
            lazy.expect("bytes of output dropped: this client reads too slowly]\r\n");
            lazy.expect("42\r\n> ");
        }
    }
}
