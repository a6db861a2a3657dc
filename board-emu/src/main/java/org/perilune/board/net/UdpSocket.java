package org.perilune.board.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A datagram socket. What comes faster than the board takes it is dropped. */
final class UdpSocket extends SimpleChannelInboundHandler<DatagramPacket> implements UdpPort {
    /** Datagrams that may wait for the board. */
    private static final int MAX_WAITING = 8;

    private final HostNetwork network;
    private final NioDatagramChannel channel;
    private final int port;
    private final int hostPort;
    private final boolean loopbackOnly;
    private final DatagramEvents events;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;

    UdpSocket(
            HostNetwork network,
            NioDatagramChannel channel,
            int port,
            int hostPort,
            boolean loopbackOnly,
            DatagramEvents events) {
        this.network = network;
        this.channel = channel;
        this.port = port;
        this.hostPort = hostPort;
        this.loopbackOnly = loopbackOnly;
        this.events = events;
    }

    void start(EventLoop loop) {
        channel.config().setBroadcast(true).setRecvByteBufAllocator(new FixedRecvByteBufAllocator(MAX_DATAGRAM + 1));
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
    public void send(Ipv4 target, int targetPort, byte[] data) {
        if (loopbackOnly && !target.isLoopback()) {
            throw new NetException(NetError.NO_ROUTE);
        }
        if (data.length <= MAX_DATAGRAM && channel.isWritable()) {
            InetSocketAddress to =
                    new InetSocketAddress(target.toInetAddress(), network.hostPort(false, target, targetPort));
            NetworkHost.ignore(channel.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(data), to)));
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        ByteBuf content = packet.content();
        if (closed || content.readableBytes() > MAX_DATAGRAM || waiting.get() >= MAX_WAITING) {
            return;
        }
        byte[] data = new byte[content.readableBytes()];
        content.readBytes(data);
        Ipv4 sender = Ipv4.of(packet.sender().getAddress());
        int senderPort = packet.sender().getPort();
        waiting.incrementAndGet();
        network.post(() -> {
            waiting.decrementAndGet();
            if (!closed) {
                events.received(data, sender, senderPort);
            }
        });
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A datagram that could not be read is a lost one.
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            network.forget(this);
            NetworkHost.ignore(channel.close());
        }
    }
}
