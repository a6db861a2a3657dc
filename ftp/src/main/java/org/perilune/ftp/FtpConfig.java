package org.perilune.ftp;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * What is served, where, and to whom. Immutable; each {@code with} gives a changed copy.
 *
 * @param root what clients see as {@code /}
 * @param address where to listen; port 0 takes a free one
 * @param user the only one who may log in
 * @param password hers
 * @param dataPorts where data connections are awaited
 * @param tls with it nobody may log in, or transfer anything, unencrypted; null for none
 * @param board what {@code SITE} commands speak to; null when there is none
 * @param replacer puts uploads in their place
 * @param nameBytes most bytes of a path below the root, in UTF-8
 */
public record FtpConfig(
        Root root,
        InetSocketAddress address,
        String user,
        String password,
        PortRange dataPorts,
        SSLContext tls,
        BoardControl board,
        FileReplacer replacer,
        int nameBytes,
        FtpLimits limits) {

    private static final int LONGEST_NAME = 255;

    public FtpConfig {
        Objects.requireNonNull(root);
        Objects.requireNonNull(address);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
    }

    /** A server of a folder. */
    public static FtpConfig of(Path root, InetSocketAddress address, String user, String password) {
        Path absolute = root.toAbsolutePath();
        return of(() -> absolute, address, user, password);
    }

    /** A server as it is when nothing more is said. */
    public static FtpConfig of(Root root, InetSocketAddress address, String user, String password) {
        return new FtpConfig(
                root,
                address,
                user,
                password,
                PortRange.any(),
                null,
                null,
                FileReplacer.beside(),
                LONGEST_NAME,
                FtpLimits.DEFAULT);
    }

    public FtpConfig withDataPorts(PortRange ports) {
        return new FtpConfig(root, address, user, password, ports, tls, board, replacer, nameBytes, limits);
    }

    public FtpConfig withTls(SSLContext context) {
        return new FtpConfig(root, address, user, password, dataPorts, context, board, replacer, nameBytes, limits);
    }

    public FtpConfig withBoard(BoardControl control) {
        return new FtpConfig(root, address, user, password, dataPorts, tls, control, replacer, nameBytes, limits);
    }

    public FtpConfig withReplacer(FileReplacer uploads) {
        return new FtpConfig(root, address, user, password, dataPorts, tls, board, uploads, nameBytes, limits);
    }

    public FtpConfig withNameBytes(int most) {
        return new FtpConfig(root, address, user, password, dataPorts, tls, board, replacer, most, limits);
    }

    public FtpConfig withLimits(FtpLimits granted) {
        return new FtpConfig(root, address, user, password, dataPorts, tls, board, replacer, nameBytes, granted);
    }
}
