package org.perilune.board.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The event loop's half of a connection. It reads one segment at a time and only while the window has room; whatever it
 * has to say goes to the board's mailbox. Its fields belong to the event loop.
 */
final class TcpHandler extends ChannelInboundHandlerAdapter {
    /** How long a closed connection may take to get rid of its last bytes. */
    private static final int LINGER_SECONDS = 20;

    private final TcpConnection connection;
    private final NioSocketChannel channel;
    /** Bytes read and not yet released by the board; what bounds its mailbox. */
    private final AtomicInteger unreleased = new AtomicInteger();

    private boolean started;
    private boolean reading;
    private boolean ended;

    TcpHandler(TcpConnection connection, NioSocketChannel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    // ---- asked by the board's thread

    void connect(InetSocketAddress target, InetSocketAddress source) {
        onLoop(() -> channel.connect(target, source).addListener(this::connected));
    }

    /** Begins to read. */
    void start() {
        onLoop(() -> {
            started = true;
            readOn();
        });
    }

    /** Opens the window by bytes that the board has used. */
    void release(int bytes) {
        unreleased.addAndGet(-bytes);
        onLoop(this::readOn);
    }

    void write(byte[] data) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(data)).addListener(written -> {
            if (written.isSuccess()) {
                connection.post(() -> connection.onSent(data.length));
            } else {
                fail(NetError.RESET);
            }
        });
    }

    /** Sends the last bytes, then closes. */
    void closeAfter(byte[] last) {
        onLoop(() -> {
            ended = true;
            if (channel.isActive()) {
                channel.writeAndFlush(Unpooled.wrappedBuffer(last)).addListener(ChannelFutureListener.CLOSE);
                Future<?> timeout = channel.eventLoop().schedule(() -> close(), LINGER_SECONDS, TimeUnit.SECONDS);
                channel.closeFuture().addListener(closed -> timeout.cancel(false));
            } else {
                close();
            }
        });
    }

    void abort() {
        onLoop(() -> {
            ended = true;
            if (channel.isActive()) {
                channel.config().setSoLinger(0);
            }
            close();
        });
    }

    private void close() {
        NetworkHost.ignore(channel.close());
    }

    private void onLoop(Runnable action) {
        NetworkHost.run(channel.eventLoop(), action);
    }

    // ---- told by the socket

    private void connected(Future<? super Void> result) {
        if (result.isSuccess()) {
            connection.post(connection::onConnected);
        } else if (result.cause() instanceof ConnectException && !(result.cause() instanceof ConnectTimeoutException)) {
            fail(NetError.RESET);
        } else {
            fail(NetError.ABORTED);
        }
    }

    private void readOn() {
        if (started && !reading && !ended && unreleased.get() < Network.WINDOW) {
            reading = true;
            channel.read();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf segment = (ByteBuf) message;
        byte[] data = new byte[segment.readableBytes()];
        segment.readBytes(data);
        ReferenceCountUtil.release(segment);
        if (data.length > 0 && !ended) {
            unreleased.addAndGet(data.length);
            connection.post(() -> connection.onReceived(data));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        readOn();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            end(NetError.NONE);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail(NetError.RESET);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(NetError.RESET);
    }

    private void fail(NetError error) {
        end(error.code());
        close();
    }

    private void end(int code) {
        if (!ended) {
            ended = true;
            connection.ended(code);
        }
    }
}
