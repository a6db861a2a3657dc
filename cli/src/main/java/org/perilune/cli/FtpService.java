package org.perilune.cli;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import org.perilune.board.Board;
import org.perilune.board.door.BoardFiles;
import org.perilune.board.door.FtpBoard;
import org.perilune.flash.nio.Layout;
import org.perilune.flash.nio.TimesStore;
import org.perilune.ftp.FtpConfig;
import org.perilune.ftp.FtpDoor;
import org.perilune.ftp.PortRange;
import org.perilune.ftp.Tls;

/** Opens an FTP server for a board. */
final class FtpService {
    private static final String CERTIFICATE_PASSWORD_VARIABLE = "PERILUNE_FTP_CERT_PASSWORD";

    private final FtpOptions options;
    private final DoorPassword password;

    FtpService(FtpOptions options, DoorPassword password) {
        this.options = options;
        this.password = password;
    }

    void open(Doors doors, Board board, TimesStore times) {
        PortRange ports = ports(options.ports);
        Tls tls = tls();
        Layout layout = options.flat ? Layout.FLAT : Layout.FOLDERS;
        BoardFiles files = new BoardFiles(board.chip(), layout, times);
        doors.open(
                "ftp",
                options.address,
                password,
                tls != null,
                at -> {
                    FtpConfig config = FtpBoard.config(board, files, at, DoorPassword.USER, password.text())
                            .withDataPorts(ports);
                    return new Service(FtpDoor.open(tls == null ? config : config.withTls(tls.context())), files);
                },
                service -> service.door.address());
        if (tls != null && options.certificate == null) {
            doors.say("ftp certificate SHA-256 " + tls.fingerprint());
        }
    }

    private static PortRange ports(String text) {
        if (text == null) {
            return PortRange.any();
        }
        if (text.matches("[0-9]{1,5}-[0-9]{1,5}")) {
            try {
                int dash = text.indexOf('-');
                return PortRange.of(
                        Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
            } catch (IllegalArgumentException e) {
                // Said below.
            }
        }
        throw Failure.usage("--ftp-ports takes A-B, two ports from 1 to 65535, not '" + text + "'");
    }

    /** Null when the user wants none. */
    private Tls tls() {
        try {
            if (options.certificate != null) {
                String secret = System.getenv().getOrDefault(CERTIFICATE_PASSWORD_VARIABLE, "");
                return Tls.fromFile(options.certificate, secret.toCharArray());
            }
            return options.tls ? Tls.selfSigned(options.address.host(), Instant.now(), new SecureRandom()) : null;
        } catch (IOException e) {
            throw Failure.usage(options.certificate + ": " + HostFiles.reason(e));
        } catch (GeneralSecurityException e) {
            throw Failure.usage(
                    (options.certificate == null ? "--ftp-tls" : options.certificate) + ": " + e.getMessage());
        }
    }

    /** The server, and the files, which are closed after it. */
    private record Service(FtpDoor door, BoardFiles files) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (files) {
                door.close();
            }
        }
    }
}
