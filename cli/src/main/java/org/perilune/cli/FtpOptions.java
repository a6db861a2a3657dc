package org.perilune.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.perilune.board.Board;
import picocli.CommandLine.Option;

/** The FTP door, as the user wants it. Nothing of its library is loaded unless one is asked for. */
final class FtpOptions {
    static final String PASSWORD_VARIABLE = "PERILUNE_FTP_PASSWORD";

    @Option(
            names = "--ftp",
            paramLabel = "[ADDR:]PORT",
            converter = DoorAddress.Converter.class,
            description = "serves the board's files by FTP, beside the board and whatever its program does; for this"
                    + " machine alone unless ADDR is given. The user is perilune; the password is that of "
                    + PASSWORD_VARIABLE + ", or is made and shown once")
    DoorAddress address;

    @Option(
            names = "--ftp-password-file",
            paramLabel = "FILE",
            description = "a file whose first line is the FTP password")
    Path passwordFile;

    @Option(
            names = "--ftp-ports",
            paramLabel = "A-B",
            description = "the ports for passive FTP transfers (default: any free one)")
    String ports;

    @Option(
            names = "--ftp-tls",
            description = "FTP over TLS only (explicit, AUTH TLS), with a certificate that is made at start; its"
                    + " fingerprint is shown")
    boolean tls;

    @Option(
            names = "--ftp-cert",
            paramLabel = "FILE",
            description = "FTP over TLS only, with the certificate and key of a PEM file or a key store, whose password"
                    + " is that of PERILUNE_FTP_CERT_PASSWORD")
    Path certificate;

    @Option(
            names = "--ftp-flat",
            description =
                    "shows names as the board has them, \"/\" being a character like any other, instead of folders")
    boolean flat;

    /** Opens the door if it was asked for. */
    void open(Doors doors, Board board, ChipOptions chip) {
        if (address != null) {
            DoorPassword password =
                    DoorPassword.choose(passwordFile, PASSWORD_VARIABLE, System.getenv(), new SecureRandom());
            new FtpService(this, password).open(doors, board, chip.times());
        }
    }
}
