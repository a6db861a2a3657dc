package org.perilune.board.net;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads themselves: event loops for sockets, and resolvers, which may wait. Apart from {@link NetworkHost} because
 * loading what is behind them takes longer than a short program runs.
 */
final class NetworkThreads {
    private static final int LOOPS = 2;
    private static final int RESOLVERS = 2;
    /** Lookups of all boards together that may wait for a resolver. */
    private static final int LOOKUPS = 256;

    private static final int IDLE_SECONDS = 10;
    private static final int CLOSE_SECONDS = 5;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            LOOPS, new DefaultThreadFactory("perilune-net", true), NioIoHandler.newFactory());

    /** Has no thread while there is no lookup. */
    private final ThreadPoolExecutor resolvers = new ThreadPoolExecutor(
            RESOLVERS,
            RESOLVERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(LOOKUPS),
            new DefaultThreadFactory("perilune-dns", true));

    NetworkThreads() {
        resolvers.allowCoreThreadTimeOut(true);
    }

    EventLoopGroup loops() {
        return loops;
    }

    /** Refuses a task when too many wait. */
    Executor resolvers() {
        return resolvers;
    }

    /** Closes the networks' sockets and ends the threads. */
    void close() {
        resolvers.shutdownNow();
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
