package org.perilune.board.net;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** A board's network on the host's own sockets. */
final class HostNetwork implements Network {
    /** Connections that the host keeps waiting while no more are accepted. */
    private static final int BACKLOG = 5;
    /** How often a port is tried that may just be in closing. */
    private static final int BIND_TRIES = 4;

    /** Bytes that the host keeps for a connection on either way, so that a slow board soon slows its peer. */
    static final int HOST_BUFFER = 128 << 10;

    private static final int MAX_NAME = 255;

    private final NetworkHost host;
    private final Ipv4 address;
    private final IntUnaryOperator hostPorts;
    private final Executor mailbox;
    private final Set<TcpServer> servers = ConcurrentHashMap.newKeySet();
    private final Set<TcpConnection> connections = ConcurrentHashMap.newKeySet();
    private final Set<UdpSocket> datagramPorts = ConcurrentHashMap.newKeySet();
    /** Connections that stand; what servers count before they accept one more. */
    private final AtomicInteger established = new AtomicInteger();

    private final AtomicLong connectionsSoFar = new AtomicLong();
    private final EndOrder ends = new EndOrder();
    /** Null until the board first uses its network. */
    private EventLoop loop;

    /** Counts calls of {@link #close}: a lookup of an earlier life is not reported. */
    private int life;

    private int lookups;

    HostNetwork(NetworkHost host, Ipv4 address, IntUnaryOperator hostPorts, Executor mailbox) {
        this.host = host;
        this.address = address;
        this.hostPorts = hostPorts;
        this.mailbox = mailbox;
    }

    @Override
    public Ipv4 address() {
        return address;
    }

    private EventLoop loop() {
        if (loop == null) {
            loop = host.nextLoop();
        }
        return loop;
    }

    @Override
    public ServerPort listen(int port, Consumer<Connection> accepted) {
        InetSocketAddress wanted = new InetSocketAddress(address.toInetAddress(), hostPorts.applyAsInt(port));
        ServerSocketChannel socket = bound(wanted, ServerSocketChannel::open, open -> {
            open.setOption(StandardSocketOptions.SO_RCVBUF, HOST_BUFFER);
            open.bind(wanted, BACKLOG);
        });
        int hostPort = socket.socket().getLocalPort();
        TcpServer server = new TcpServer(this, socket, port == 0 ? hostPort : port, hostPort, accepted);
        servers.add(server);
        host.publish(true, address, server.port(), hostPort);
        server.start(loop());
        return server;
    }

    @Override
    public Connection connect(Ipv4 target, int port, ConnectionEvents events) {
        int hostPort = host.hostPort(true, target, port);
        NioSocketChannel channel = new NioSocketChannel();
        channel.config().setReceiveBufferSize(HOST_BUFFER);
        TcpConnection connection = new TcpConnection(this, channel, target, port);
        connections.add(connection);
        connection.connect(
                loop(),
                new InetSocketAddress(target.toInetAddress(), hostPort),
                reachesFromOwnAddress(target) ? new InetSocketAddress(address.toInetAddress(), 0) : null,
                events);
        return connection;
    }

    /** Whether a packet with the board's address as its source can get there: from 127.x.y.z nothing leaves the host. */
    private boolean reachesFromOwnAddress(Ipv4 target) {
        return !address.isLoopback() || target.isLoopback();
    }

    @Override
    public UdpPort udp(int port, Ipv4 firstTarget, DatagramEvents events) {
        boolean own = firstTarget == null || reachesFromOwnAddress(firstTarget);
        Ipv4 source = own ? address : Ipv4.ANY;
        InetSocketAddress wanted = new InetSocketAddress(source.toInetAddress(), hostPorts.applyAsInt(port));
        DatagramChannel socket =
                bound(wanted, () -> DatagramChannel.open(StandardProtocolFamily.INET), open -> open.bind(wanted));
        int hostPort = socket.socket().getLocalPort();
        UdpSocket opened = new UdpSocket(
                this,
                new NioDatagramChannel(socket),
                port == 0 ? hostPort : port,
                hostPort,
                own && address.isLoopback(),
                events);
        datagramPorts.add(opened);
        host.publish(false, address, opened.port(), hostPort);
        opened.start(loop());
        return opened;
    }

    @FunctionalInterface
    private interface Opener<C> {
        C open() throws IOException;
    }

    @FunctionalInterface
    private interface Binder<C> {
        void bind(C channel) throws IOException;
    }

    /** Opens and binds a channel at once, so that a taken port is known before the call returns. */
    private <C extends AbstractSelectableChannel> C bound(
            InetSocketAddress wanted, Opener<C> opener, Binder<C> binder) {
        for (int attempt = 1; ; attempt++) {
            try {
                C channel = opener.open();
                try {
                    binder.bind(channel);
                    return channel;
                } catch (IOException e) {
                    channel.close();
                    throw e;
                }
            } catch (BindException e) {
                if (attempt == BIND_TRIES) {
                    host.complain("port " + wanted.getPort() + " of " + wanted.getHostString()
                            + " is in use on this host; let the board's port listen elsewhere with --map");
                    throw new NetException(NetError.ADDRESS_IN_USE, e);
                }
                host.settle();
            } catch (IOException e) {
                throw new NetException(NetError.OUT_OF_MEMORY, e);
            }
        }
    }

    @Override
    public void resolve(String name, Consumer<Ipv4> found) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new NetException(NetError.ILLEGAL_ARGUMENT);
        }
        int asking = life;
        Runnable lookup = () -> {
            Ipv4 result = lookUp(name);
            post(() -> {
                if (asking == life) {
                    lookups--;
                    found.accept(result);
                }
            });
        };
        if (lookups == MAX_LOOKUPS || !host.lookUp(lookup)) {
            throw new NetException(NetError.OUT_OF_MEMORY);
        }
        lookups++;
    }

    private static Ipv4 lookUp(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name))
                    .filter(Inet4Address.class::isInstance)
                    .findFirst()
                    .map(Ipv4::of)
                    .orElse(null);
        } catch (UnknownHostException | SecurityException e) {
            return null;
        }
    }

    // ---- for the sockets

    /** Leaves an event for the board's thread. */
    void post(Runnable event) {
        try {
            mailbox.execute(event);
        } catch (RejectedExecutionException e) {
            // The board is gone, and with it everybody whom the event concerns.
        }
    }

    long nextNumber() {
        return connectionsSoFar.incrementAndGet();
    }

    EndOrder ends() {
        return ends;
    }

    int hostPort(boolean tcp, Ipv4 target, int port) {
        return host.hostPort(tcp, target, port);
    }

    boolean hasRoom() {
        return established.get() < MAX_CONNECTIONS;
    }

    /** Counts one more connection if there is room. */
    boolean tryEstablish() {
        int now = established.get();
        while (now < MAX_CONNECTIONS) {
            if (established.compareAndSet(now, now + 1)) {
                return true;
            }
            now = established.get();
        }
        return false;
    }

    /** Counts one more connection in any case. */
    void establish() {
        established.incrementAndGet();
    }

    void adopt(TcpConnection connection) {
        connections.add(connection);
    }

    void forget(TcpConnection connection, boolean wasEstablished) {
        connections.remove(connection);
        if (wasEstablished) {
            established.decrementAndGet();
            servers.forEach(TcpServer::acceptMore);
        }
    }

    void forget(TcpServer server) {
        servers.remove(server);
        host.withdraw(true, address, server.port(), server.hostPort());
    }

    void forget(UdpSocket socket) {
        datagramPorts.remove(socket);
        host.withdraw(false, address, socket.port(), socket.hostPort());
    }

    // ---- as a whole

    @Override
    public boolean isOpen() {
        return isAnswerDue() || !servers.isEmpty() || !datagramPorts.isEmpty();
    }

    @Override
    public boolean isAnswerDue() {
        return lookups > 0 || !connections.isEmpty();
    }

    @Override
    public void close() {
        life++;
        lookups = 0;
        if (!host.isUsed()) {
            return;
        }
        servers.forEach(TcpServer::close);
        datagramPorts.forEach(UdpSocket::close);
        connections.forEach(TcpConnection::close);
        host.settle();
    }
}
