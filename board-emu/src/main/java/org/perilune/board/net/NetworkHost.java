package org.perilune.board.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** The threads that serve the networks of all boards of a process. Few, and none of them keeps the process alive. */
public final class NetworkHost implements AutoCloseable {
    private static final int CLOSE_SECONDS = 5;

    /** Made when a board first uses its network: most boards never do. */
    private NetworkThreads threads;

    /** Told what a board's program cannot know, such as which port of the host is taken. */
    private final Consumer<String> complaints;
    /** Where ports of this process's boards are that do not lie at the same port of the host. */
    private final Map<BoardPort, Integer> moved = new ConcurrentHashMap<>();

    private record BoardPort(boolean tcp, Ipv4 address, int port) {}

    /** @param complaints told, in a sentence, what the host refuses a board */
    public NetworkHost(Consumer<String> complaints) {
        this.complaints = complaints;
    }

    void complain(String sentence) {
        complaints.accept(sentence);
    }

    /**
     * A network for one board.
     *
     * @param address the board's own address, one of the host's
     * @param hostPorts the host's port on which a port of the board listens; 0 stands for any free one
     * @param mailbox runs the network's events on the board's thread, in order
     */
    public Network network(Ipv4 address, IntUnaryOperator hostPorts, Executor mailbox) {
        return new HostNetwork(this, address, hostPorts, mailbox);
    }

    private synchronized NetworkThreads threads() {
        if (threads == null) {
            threads = new NetworkThreads();
        }
        return threads;
    }

    private EventLoopGroup loops() {
        return threads().loops();
    }

    /** For all sockets of one board, which hears of what happens to them in the order in which it happens. */
    EventLoop nextLoop() {
        return loops().next();
    }

    /** Runs a lookup on a thread that may wait; false when there are too many. */
    boolean lookUp(Runnable lookup) {
        try {
            threads().resolvers().execute(lookup);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Notes where a board's port is found, so that boards of one process meet at each other's own port numbers. */
    void publish(boolean tcp, Ipv4 address, int port, int hostPort) {
        if (port != hostPort) {
            moved.putIfAbsent(new BoardPort(tcp, address, port), hostPort);
        }
    }

    void withdraw(boolean tcp, Ipv4 address, int port, int hostPort) {
        moved.remove(new BoardPort(tcp, address, port), hostPort);
    }

    /** The host's port behind a port at an address. */
    int hostPort(boolean tcp, Ipv4 address, int port) {
        return moved.getOrDefault(new BoardPort(tcp, address, port), port);
    }

    /**
     * Waits until the event loops have done all they were asked and have looked at their sockets once more: only then is
     * a closed socket's port free. The delay keeps the second task out of the batch that the first one ran in.
     */
    void settle() {
        if (!isUsed()) {
            return;
        }
        for (EventExecutor loop : loops()) {
            CountDownLatch done = new CountDownLatch(1);
            Runnable afterNextLook = () -> ignore(loop.schedule(done::countDown, 1, TimeUnit.MILLISECONDS));
            if (loop.inEventLoop() || !run(loop, afterNextLook)) {
                continue;
            }
            try {
                done.await(CLOSE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Has an event loop do something; false when the loops have ended, and with them all that was open. */
    static boolean run(EventExecutor loop, Runnable action) {
        try {
            loop.execute(action);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Has an event loop do something in so many milliseconds; nothing is done when the loops have ended by then. */
    static void runLater(EventExecutor loop, int millis, Runnable action) {
        try {
            ignore(loop.schedule(action, millis, TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            // With the loops all connections have ended.
        }
    }

    /** For futures whose failure shows otherwise: the channel closes, and its handler hears of that. */
    static void ignore(Future<?> outcome) {}

    /** Whether any board has ever used its network. */
    synchronized boolean isUsed() {
        return threads != null;
    }

    /** Closes the networks' sockets and ends the threads. */
    @Override
    public synchronized void close() {
        if (threads != null) {
            threads.close();
        }
    }
}
