package org.perilune.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Option;

/** The telnet door, as the user wants it. Nothing of it is loaded unless it is asked for. */
final class TelnetOptions {
    static final String PASSWORD_VARIABLE = "PERILUNE_TELNET_PASSWORD";

    @Option(
            names = "--telnet",
            paramLabel = "[ADDR:]PORT",
            converter = DoorAddress.Converter.class,
            description = "gives the board's prompt to telnet clients, beside the board and whatever its program does;"
                    + " for this machine alone unless ADDR is given. The user is perilune; the password is that of "
                    + PASSWORD_VARIABLE + ", or is made and shown once")
    private DoorAddress address;

    @Option(
            names = "--telnet-password-file",
            paramLabel = "FILE",
            description = "a file whose first line is the telnet password")
    private Path passwordFile;

    /** Opens the door if it was asked for. */
    void open(Doors doors, SerialLine line) {
        if (address != null) {
            DoorPassword password =
                    DoorPassword.choose(passwordFile, PASSWORD_VARIABLE, System.getenv(), new SecureRandom());
            TelnetService.open(doors, address, password, line);
        }
    }
}
