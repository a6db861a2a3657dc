package org.perilune.ftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.ftpserver.DataConnectionException;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.IODataConnection;
import org.apache.ftpserver.impl.ServerDataConnectionFactory;

/**
 * A session's data connections, one after the other. Unlike the library's, they can be ended by another thread while one
 * waits for the client, and it can be told afterwards that they were: so half an upload is not taken for a whole one.
 */
final class DataSockets implements ServerDataConnectionFactory {
    private final FtpConfig config;
    private final FtpIoSession session;

    /** Where the client is awaited; null unless it asked for that. */
    private ServerSocket awaiting;
    /** Where the client awaits us; null unless it said so. */
    private InetSocketAddress target;

    private Socket open;
    private boolean secure;
    /** Set by {@code EPSV ALL}. */
    private boolean extendedOnly;
    /** Set when the transfer was ended from outside, until the next one is prepared. */
    private boolean aborted;
    /** Set when the session is over. */
    private boolean closed;

    DataSockets(FtpConfig config, FtpIoSession session) {
        this.config = config;
        this.session = session;
    }

    @Override
    public synchronized InetSocketAddress initPassiveDataConnection() throws DataConnectionException {
        reset();
        try {
            awaiting = config.dataPorts().listen(local());
            return (InetSocketAddress) awaiting.getLocalSocketAddress();
        } catch (IOException e) {
            throw new DataConnectionException("no port for data", e);
        }
    }

    @Override
    public synchronized void initActiveDataConnection(InetSocketAddress address) {
        reset();
        target = address;
    }

    private void reset() {
        closeDataConnection();
        aborted = false;
    }

    /** Why a transfer cannot begin; null when the client has said how it wants its data, and it is one of our ways. */
    synchronized FtpReply refusal() {
        if (awaiting == null && target == null) {
            return Replies.notPrepared();
        }
        return config.tls() != null && !secure ? Replies.notEncrypted() : null;
    }

    /** From now on there is {@code EPSV} alone. */
    synchronized void useExtendedOnly() {
        extendedOnly = true;
    }

    synchronized boolean isExtendedOnly() {
        return extendedOnly;
    }

    /** As if nothing had been said yet. */
    synchronized void startAnew() {
        reset();
        extendedOnly = false;
        secure = false;
    }

    private InetAddress local() {
        return ((InetSocketAddress) session.getLocalAddress()).getAddress();
    }

    @Override
    public DataConnection openConnection() throws Exception {
        Socket socket = keep(connect());
        socket.setSoTimeout(millis(config.limits().idleTime()));
        if (isSecure()) {
            socket = keep(encrypted(socket));
        }
        return new IODataConnection(socket, session, this);
    }

    private Socket connect() throws IOException {
        ServerSocket server;
        InetSocketAddress address;
        synchronized (this) {
            server = awaiting;
            address = target;
        }
        if (server != null) {
            return accept(server);
        } else if (address == null) {
            throw new SocketException("neither PASV nor PORT before");
        }
        Socket socket = keep(new Socket());
        socket.bind(new InetSocketAddress(local(), 0));
        socket.connect(address, millis(config.limits().dataTime()));
        return socket;
    }

    /** Awaits the client; anybody else is sent away. */
    private Socket accept(ServerSocket server) throws IOException {
        long end = System.nanoTime() + config.limits().dataTime().toNanos();
        InetAddress client = ((InetSocketAddress) session.getRemoteAddress()).getAddress();
        while (true) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException("nobody came");
            }
            server.setSoTimeout(millis(Duration.ofNanos(left)));
            Socket socket = server.accept();
            if (socket.getInetAddress().equals(client)) {
                return socket;
            }
            socket.close();
        }
    }

    private SSLSocket encrypted(Socket socket) throws IOException {
        InetSocketAddress peer = (InetSocketAddress) socket.getRemoteSocketAddress();
        SSLSocket encrypted = (SSLSocket) config.tls()
                .getSocketFactory()
                .createSocket(socket, peer.getAddress().getHostAddress(), peer.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.setEnabledProtocols(TlsSettings.dataProtocols());
        encrypted.startHandshake();
        return encrypted;
    }

    /** At least one: zero would mean for ever. */
    private static int millis(Duration time) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis()));
    }

    /** Notes a socket as the one to close, which happens at once if the transfer was ended meanwhile. */
    private synchronized Socket keep(Socket socket) throws IOException {
        open = socket;
        if (aborted || closed) {
            closeDataConnection();
            throw new SocketException("the transfer was ended");
        }
        return socket;
    }

    /** Ends a transfer from outside. */
    synchronized void abort() {
        aborted = true;
        closeDataConnection();
    }

    /** Ends all, as the client is gone. */
    @Override
    public synchronized void dispose() {
        closed = true;
        abort();
    }

    /** Whether somebody other than the transfer itself has ended it. */
    synchronized boolean isAborted() {
        return aborted || closed;
    }

    /** Each transfer wants a {@code PASV} or {@code PORT} of its own, as this forgets the last one. */
    @Override
    public synchronized void closeDataConnection() {
        close(open);
        close(awaiting);
        open = null;
        awaiting = null;
        target = null;
    }

    private static void close(AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            // It is of no use any more, closed or not.
        }
    }

    @Override
    public synchronized boolean isSecure() {
        return secure;
    }

    @Override
    public synchronized void setSecure(boolean wanted) {
        secure = wanted;
    }

    @Override
    public boolean isZipMode() {
        return false;
    }

    @Override
    public void setZipMode(boolean zip) {
        throw new UnsupportedOperationException("data is not compressed");
    }

    @Override
    public boolean isTimeout(long time) {
        return false;
    }

    @Override
    public void setServerControlAddress(InetAddress address) {
        // The session knows its own address.
    }

    @Override
    public synchronized InetAddress getInetAddress() {
        return awaiting != null ? awaiting.getInetAddress() : target == null ? null : target.getAddress();
    }

    @Override
    public synchronized int getPort() {
        return awaiting != null ? awaiting.getLocalPort() : target == null ? 0 : target.getPort();
    }
}
