package org.perilune.board.net;

import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;

/**
 * The board's end of a connection: buffers, window and state, all on the board's thread. {@link TcpHandler} is the other
 * half, on the event loop.
 */
final class TcpConnection implements Connection {
    /** How long a connection is tried, about as long as the firmware repeats its first packet. */
    private static final int CONNECT_MILLIS = 20_000;

    private final HostNetwork network;
    /** Greater than that of every connection before. */
    private final long number;

    private final NioSocketChannel channel;
    private final TcpHandler handler;
    private final Ipv4 remoteAddress;
    private final int remotePort;
    private final ByteArrayOutputStream queued = new ByteArrayOutputStream();
    private ConnectionEvents events;
    private int localPort;
    /** Whether the connection stands, and is counted as such. */
    private boolean established;
    /** Whether a flush of the queue waits in the mailbox. */
    private boolean flushPosted;

    private boolean held;
    /** Bytes queued or on their way out. */
    private int unsent;
    /** Bytes given to the board since the window was last opened. */
    private int used;

    private volatile boolean finished;

    TcpConnection(HostNetwork network, NioSocketChannel channel, Ipv4 remoteAddress, int remotePort) {
        this.network = network;
        number = network.nextNumber();
        this.channel = channel;
        this.remoteAddress = remoteAddress;
        this.remotePort = remotePort;
        handler = new TcpHandler(this, channel);
        channel.config()
                .setAutoRead(false)
                .setAllowHalfClosure(true)
                .setTcpNoDelay(true)
                .setKeepAlive(true)
                .setSendBufferSize(HostNetwork.HOST_BUFFER)
                .setConnectTimeoutMillis(CONNECT_MILLIS)
                .setRecvByteBufAllocator(new FixedRecvByteBufAllocator(Network.SEGMENT).maxMessagesPerRead(1));
        channel.pipeline().addLast(handler);
    }

    // ---- how it comes to be

    /** Event loop: a server accepted the connection, which waits for the board to open it. */
    void accepted(EventLoop loop, int port) {
        localPort = port;
        established = true;
        NetworkHost.ignore(loop.register(channel));
    }

    @Override
    public void open(ConnectionEvents listener) {
        events = listener;
        handler.start();
    }

    void connect(EventLoop loop, InetSocketAddress target, InetSocketAddress source, ConnectionEvents listener) {
        events = listener;
        NetworkHost.ignore(loop.register(channel));
        handler.connect(target, source);
    }

    long number() {
        return number;
    }

    /** Event loop: the connection has ended. */
    void ended(int code) {
        network.ends().add(channel.eventLoop(), this, code);
    }

    // ---- what the handler reports, on the board's thread

    void post(Runnable event) {
        network.post(() -> {
            if (!finished) {
                event.run();
            }
        });
    }

    void onConnected() {
        localPort = channel.localAddress().getPort();
        established = true;
        network.establish();
        handler.start();
        flush();
        events.connected();
    }

    void onReceived(byte[] data) {
        used += data.length;
        try {
            events.received(data);
        } finally {
            openWindow();
        }
    }

    void onSent(int bytes) {
        unsent -= bytes;
        events.sent(bytes);
    }

    void onEnd(int code) {
        finish();
        if (code == NetError.NONE) {
            handler.closeAfter(queued.toByteArray());
        }
        events.closed(code);
    }

    // ---- what the board asks for

    @Override
    public int localPort() {
        return localPort;
    }

    @Override
    public Ipv4 remoteAddress() {
        return remoteAddress;
    }

    @Override
    public int remotePort() {
        return remotePort;
    }

    @Override
    public boolean canSend(int bytes) {
        return !finished && bytes <= Network.SEND_BUFFER - unsent;
    }

    @Override
    public boolean send(byte[] data) {
        if (!canSend(data.length)) {
            return false;
        }
        queued.writeBytes(data);
        unsent += data.length;
        if (!flushPosted && established) {
            flushPosted = true;
            post(this::flush);
        }
        return true;
    }

    private void flush() {
        flushPosted = false;
        if (queued.size() > 0) {
            byte[] data = queued.toByteArray();
            queued.reset();
            handler.write(data);
        }
    }

    @Override
    public void hold() {
        held = true;
    }

    @Override
    public void unhold() {
        held = false;
        openWindow();
    }

    private void openWindow() {
        if (!held && !finished && used > 0) {
            handler.release(used);
            used = 0;
        }
    }

    @Override
    public void close() {
        if (!finished) {
            finish();
            handler.closeAfter(queued.toByteArray());
        }
    }

    @Override
    public void abort() {
        if (!finished) {
            finish();
            handler.abort();
        }
    }

    private void finish() {
        finished = true;
        network.forget(this, established);
    }

    boolean isFinished() {
        return finished;
    }
}
