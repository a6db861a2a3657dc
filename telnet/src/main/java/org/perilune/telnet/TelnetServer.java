package org.perilune.telnet;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A telnet server (RFC 854) that gives several clients one {@link LineConsole}, after a login. It has one thread, which
 * does not keep the process alive and never waits: not for the console, not for a client.
 */
public final class TelnetServer implements AutoCloseable {
    private static final int CLOSE_SECONDS = 5;
    /** Bytes read from a client at a time. */
    private static final int READ_SIZE = 2 << 10;
    /** Bytes written and not yet sent, below and above which a client can take more or cannot. */
    private static final WriteBufferWaterMark WATER_MARKS = new WriteBufferWaterMark(16 << 10, 64 << 10);

    private final EventLoopGroup loop;
    private final Channel channel;
    private final Reception reception;

    private TelnetServer(EventLoopGroup loop, Channel channel, Reception reception) {
        this.loop = loop;
        this.channel = channel;
        this.reception = reception;
    }

    /**
     * Opens a server.
     *
     * @param complaints told, in a sentence, what should not have happened
     * @throws IOException when it cannot listen at its address
     */
    public static TelnetServer open(
            TelnetSettings settings, Login login, LineConsole console, Consumer<String> complaints) throws IOException {
        Reception reception = Reception.of(settings, login, console);
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("perilune-telnet", true), NioIoHandler.newFactory());
        ChannelFuture bound = new ServerBootstrap()
                .group(loop)
                .channelFactory(TelnetServerChannel::new)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_SIZE))
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARKS)
                .childHandler(new TelnetPipeline(reception, new Troubles(complaints)))
                .bind(settings.address())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            end(loop);
            throw bound.cause() instanceof IOException e ? e : new IOException(bound.cause());
        }
        return new TelnetServer(loop, bound.channel(), reception);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /** Shows all clients what the console prints; from any thread. Never waits: who reads too slowly misses some. */
    public void print(byte[] text) {
        reception.sessions().print(text);
    }

    /** Closes all connections, and ends the thread. */
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        end(loop);
    }

    private static void end(EventLoopGroup loop) {
        loop.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
