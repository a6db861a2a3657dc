package org.perilune.ftp;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.apache.mina.core.session.IoSession;

/**
 * Knows the channel behind each session, which MINA keeps to itself: it hands MINA its selectors, and their keys tell. With
 * it one can ask the system whether there is anything of a client's that has not been read yet.
 */
final class ControlChannels extends SelectorProvider {
    private static final String CHANNEL = ControlChannels.class.getName();
    private static final long PAUSE_NANOS = 100_000;

    private final SelectorProvider system = SelectorProvider.provider();
    private final List<Selector> selectors = new CopyOnWriteArrayList<>();

    /** Notes the channel of a session that has just begun; what is sent as urgent is to be read in its place. */
    void found(IoSession session) throws IOException {
        for (Selector selector : selectors) {
            for (SelectionKey key : selector.isOpen() ? selector.keys() : List.<SelectionKey>of()) {
                if (key.attachment() instanceof IoSession owner && owner.getId() == session.getId()) {
                    session.setAttribute(CHANNEL, key.channel());
                    ((SocketChannel) key.channel()).socket().setOOBInline(true);
                }
            }
        }
    }

    /** Waits until nothing of the client's is left unread, its end included, or the session is over. */
    static void awaitRead(IoSession session) throws IOException {
        SelectableChannel channel = (SelectableChannel) session.getAttribute(CHANNEL);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            while (session.isConnected() && !session.isClosing() && selector.selectNow() > 0) {
                selector.selectedKeys().clear();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (ClosedChannelException | CancelledKeyException e) {
            // The session is over.
        }
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        AbstractSelector selector = system.openSelector();
        selectors.add(selector);
        return selector;
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        return system.openDatagramChannel();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        return system.openDatagramChannel(family);
    }

    @Override
    public Pipe openPipe() throws IOException {
        return system.openPipe();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        return system.openServerSocketChannel();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        return system.openSocketChannel();
    }
}
