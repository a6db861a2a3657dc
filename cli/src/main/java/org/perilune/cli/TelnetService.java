package org.perilune.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.perilune.board.LineInput;
import org.perilune.telnet.Login;
import org.perilune.telnet.TelnetServer;
import org.perilune.telnet.TelnetSettings;

/** The telnet server beside a board; the only class of the command that loads it. */
final class TelnetService {
    private TelnetService() {}

    static void open(Doors doors, DoorAddress address, DoorPassword password, SerialLine line) {
        TelnetServer server = doors.open(
                "telnet",
                address,
                password,
                false,
                at -> TelnetServer.open(
                        TelnetSettings.at(at, LineInput.LONGEST_LINE),
                        login(password),
                        line,
                        complaint -> System.err.println("perilune: " + complaint)),
                TelnetServer::address);
        line.share(server::print);
    }

    private static Login login(DoorPassword password) {
        return (user, typed) -> user.equals(DoorPassword.USER) && isEqual(typed, password.text());
    }

    /** Takes as long whatever was typed. */
    private static boolean isEqual(String typed, String right) {
        return MessageDigest.isEqual(
                typed.getBytes(StandardCharsets.ISO_8859_1), right.getBytes(StandardCharsets.ISO_8859_1));
    }
}
