package org.perilune.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A running board with a telnet door, on a free port. */
final class TelnetDoor implements AutoCloseable {
    static final String PASSWORD = "secret";

    private final Command board;
    private final int port;

    /** @param arguments of {@code run}, besides those for the door */
    TelnetDoor(Path folder, String... arguments) throws IOException {
        Files.writeString(folder.resolve("password"), PASSWORD);
        List<String> line = new ArrayList<>(List.of("run", "--telnet", "0", "--telnet-password-file", "password"));
        line.addAll(List.of(arguments));
        board = Command.start(folder, line.toArray(String[]::new));
        port = Integer.parseInt(board.expectError("telnet listens on 127\\.0\\.0\\.1:(\\d+), user perilune\n")
                .group(1));
    }

    Command board() {
        return board;
    }

    int port() {
        return port;
    }

    TelnetClient enter() throws IOException {
        return TelnetClient.loggedIn(port, PASSWORD);
    }

    @Override
    public void close() {
        board.close();
    }
}
