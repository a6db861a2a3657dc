package org.perilune.ftp;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServerConfigurationException;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.listener.nio.AbstractListener;
import org.apache.ftpserver.listener.nio.FtpHandlerAdapter;
import org.apache.ftpserver.listener.nio.FtpResponseEncoder;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolCodecFactory;
import org.apache.mina.filter.codec.ProtocolCodecFilter;
import org.apache.mina.filter.codec.ProtocolDecoder;
import org.apache.mina.filter.codec.ProtocolEncoder;
import org.apache.mina.filter.executor.ExecutorFilter;
import org.apache.mina.transport.socket.SocketAcceptor;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;

/**
 * Accepts control connections and leads them through their filters: lines, what is urgent, and then, each session on one
 * of the pool's threads, the commands in their order. The library's own listener has no place for the first two.
 */
final class DoorListener extends AbstractListener {
    private static final int READ_BUFFER = 2048;
    private static final String SESSION_DECODER = DoorListener.class.getName() + ".decoder";

    private final FtpConfig config;
    /** Null while it does not listen. */
    private SocketAcceptor acceptor;

    private FtpServerContext context;

    DoorListener(FtpConfig config) {
        super(
                config.address().getHostString(),
                config.address().getPort(),
                false,
                config.tls() == null ? null : new TlsSettings(config.tls()),
                dataConnections(config),
                (int) config.limits().idleTime().toSeconds() + 1,
                null);
        this.config = config;
    }

    /** No client has data sent to a machine that is not its own. */
    private static org.apache.ftpserver.DataConnectionConfiguration dataConnections(FtpConfig config) {
        DataConnectionConfigurationFactory factory = new DataConnectionConfigurationFactory();
        factory.setActiveIpCheck(true);
        factory.setPassiveIpCheck(true);
        if (config.tls() != null) {
            factory.setSslConfiguration(new TlsSettings(config.tls()));
        }
        return factory.createDataConnectionConfiguration();
    }

    @Override
    public synchronized void start(FtpServerContext serverContext) {
        context = serverContext;
        ControlChannels channels = new ControlChannels();
        acceptor = new NioSocketAcceptor(1, channels);
        acceptor.setReuseAddress(true);
        acceptor.getSessionConfig().setReadBufferSize(READ_BUFFER);
        acceptor.getSessionConfig().setIdleTime(IdleStatus.BOTH_IDLE, getIdleTimeout());
        acceptor.getSessionConfig().setTcpNoDelay(true);
        acceptor.getFilterChain().addLast("lines", new ProtocolCodecFilter(new Lines()));
        acceptor.getFilterChain().addLast("urgent", new UrgentFilter());
        acceptor.getFilterChain().addLast("commands", new ExecutorFilter(context.getThreadPoolExecutor()));
        DoorHandler handler = new DoorHandler(config, channels);
        handler.init(context, this);
        acceptor.setHandler(new FtpHandlerAdapter(context, handler) {
            @Override
            public void messageReceived(IoSession session, Object line) throws Exception {
                handler.messageReceived(
                        new FtpIoSession(session, context),
                        new NamedRequest(line.toString(), System.currentTimeMillis()));
            }
        });
        try {
            acceptor.bind(config.address());
            setPort(acceptor.getLocalAddress().getPort());
        } catch (IOException e) {
            stop();
            throw new FtpServerConfigurationException("cannot listen", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (acceptor != null) {
            acceptor.unbind();
            for (IoSession session : acceptor.getManagedSessions().values()) {
                session.closeNow();
            }
            acceptor.dispose(true);
            acceptor = null;
        }
    }

    @Override
    public synchronized boolean isStopped() {
        return acceptor == null;
    }

    @Override
    public void suspend() {
        throw new UnsupportedOperationException("it listens or is stopped");
    }

    @Override
    public void resume() {
        throw new UnsupportedOperationException("it listens or is stopped");
    }

    @Override
    public boolean isSuspended() {
        return false;
    }

    @Override
    public synchronized Set<FtpIoSession> getActiveSessions() {
        Map<Long, IoSession> sessions = acceptor.getManagedSessions();
        return sessions.values().stream()
                .map(session -> new FtpIoSession(session, context))
                .collect(Collectors.toSet());
    }

    /** Lines in, replies out. */
    private static final class Lines implements ProtocolCodecFactory {
        private final ProtocolEncoder encoder = new FtpResponseEncoder();

        @Override
        public ProtocolDecoder getDecoder(IoSession session) {
            ProtocolDecoder decoder = (ProtocolDecoder) session.getAttribute(SESSION_DECODER);
            if (decoder == null) {
                decoder = new CommandDecoder();
                session.setAttribute(SESSION_DECODER, decoder);
            }
            return decoder;
        }

        @Override
        public ProtocolEncoder getEncoder(IoSession session) {
            return encoder;
        }
    }
}
