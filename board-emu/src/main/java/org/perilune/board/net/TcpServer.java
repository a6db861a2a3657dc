package org.perilune.board.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A listening socket. It accepts one connection at a time, and none while the board has as many as it can serve: further
 * ones wait in the host's short queue, or are not answered, as on the device.
 */
final class TcpServer extends ChannelInboundHandlerAdapter implements ServerPort {
    /** Pause after an accept that gave nothing, such as when the host has no file handles left. */
    private static final int RETRY_MILLIS = 100;

    private final HostNetwork network;
    private final NioServerSocketChannel channel;
    private final int port;
    private final int hostPort;
    private final Consumer<Connection> accepted;
    private volatile boolean closed;

    /** Event loop only: whether an accept is under way, and whether it gave a connection. */
    private boolean accepting;

    private boolean fruitful;

    /** Event loop only: came when another server had taken the last room, and waits as in the queue; or null. */
    private NioSocketChannel early;

    /** @param socket bound; the server's from now on */
    TcpServer(HostNetwork network, ServerSocketChannel socket, int port, int hostPort, Consumer<Connection> accepted) {
        this.network = network;
        channel = new InlineServerChannel(socket);
        this.port = port;
        this.hostPort = hostPort;
        this.accepted = accepted;
    }

    void start(EventLoop loop) {
        channel.config().setAutoRead(false);
        channel.pipeline().addLast(this);
        NetworkHost.ignore(loop.register(channel));
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int hostPort() {
        return hostPort;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        acceptNext();
    }

    /** Goes on if there is room again. */
    void acceptMore() {
        NetworkHost.run(channel.eventLoop(), this::acceptNext);
    }

    private void acceptNext() {
        if (early != null && network.tryEstablish()) {
            NioSocketChannel peer = early;
            early = null;
            hand(peer);
        }
        if (early == null && !accepting && !closed && network.hasRoom()) {
            accepting = true;
            fruitful = false;
            channel.read();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        NioSocketChannel peer = (NioSocketChannel) message;
        fruitful = true;
        if (closed) {
            peer.unsafe().closeForcibly();
        } else if (network.tryEstablish()) {
            hand(peer);
        } else {
            early = peer;
        }
    }

    /** Gives the board a connection that counts already. */
    private void hand(NioSocketChannel peer) {
        InetSocketAddress remote = peer.remoteAddress();
        TcpConnection connection = new TcpConnection(network, peer, Ipv4.of(remote.getAddress()), remote.getPort());
        connection.accepted(channel.eventLoop(), port);
        network.adopt(connection);
        network.post(() -> {
            if (closed) {
                connection.abort();
            } else if (!connection.isFinished()) {
                accepted.accept(connection);
            }
        });
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        accepting = false;
        if (fruitful) {
            acceptNext();
        } else {
            NetworkHost.ignore(context.executor().schedule(this::acceptNext, RETRY_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // The accept that failed is tried again after a pause; the peer sees a reset or waits.
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            network.forget(this);
            NetworkHost.ignore(channel.close());
            NetworkHost.run(channel.eventLoop(), this::refuseEarly);
        }
    }

    private void refuseEarly() {
        if (early != null) {
            early.unsafe().closeForcibly();
            early = null;
        }
    }
}
