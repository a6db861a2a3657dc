package org.perilune.ftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerConfigurationException;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;

/** An FTP server that runs. Its threads end when it is closed. */
public final class FtpDoor implements AutoCloseable {
    private static final int FAILURES_A_CONNECTION = 3;
    private static final int MILLIS_AFTER_FAILURE = 500;

    private final FtpServer server;
    private final DoorListener listener;
    private final InetSocketAddress address;

    private FtpDoor(FtpServer server, DoorListener listener, InetSocketAddress address) {
        this.server = server;
        this.listener = listener;
        this.address = address;
    }

    /**
     * Opens a server.
     *
     * @throws IOException when it cannot listen where it should
     */
    public static FtpDoor open(FtpConfig config) throws IOException {
        DoorListener listener = new DoorListener(config);
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener);
        factory.setConnectionConfig(connections(config.limits()));
        factory.setCommandFactory(new Commands(config));
        factory.setUserManager(
                new OneUser(config.user(), config.password(), config.limits(), new LoginThrottle(System::nanoTime)));
        factory.setFileSystem(user -> new FilesView(config));
        FtpServer server = factory.createServer();
        try {
            server.start();
        } catch (FtpServerConfigurationException | FtpException e) {
            server.stop();
            throw reason(e);
        }
        return new FtpDoor(
                server, listener, new InetSocketAddress(config.address().getAddress(), listener.getPort()));
    }

    /** What lies deepest says it most clearly. */
    private static IOException reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IOException reason ? reason : new IOException(cause.getMessage(), failure);
    }

    /** A thread for each session, as each may wait for its client: the slow take nothing from the others. */
    private static org.apache.ftpserver.ConnectionConfig connections(FtpLimits limits) {
        ConnectionConfigFactory factory = new ConnectionConfigFactory();
        factory.setAnonymousLoginEnabled(false);
        factory.setMaxLogins(limits.sessions());
        factory.setMaxThreads(limits.sessions() + limits.visitors());
        factory.setMaxLoginFailures(FAILURES_A_CONNECTION);
        factory.setLoginFailureDelay(MILLIS_AFTER_FAILURE);
        return factory.createConnectionConfig();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Ends all sessions and their transfers. */
    @Override
    public void close() {
        listener.stop();
        server.stop();
    }
}
