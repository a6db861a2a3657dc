package org.perilune.board.net;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells a board of its connections' ends in the order in which the peers made them. The host does not say in which order
 * those came that are found at one look at the sockets; then the oldest connection is told of first: a server that follows
 * a client by its first connection learns early that it is gone. Belongs to the event loop.
 */
final class EndOrder {
    private final List<End> found = new ArrayList<>();

    private record End(TcpConnection connection, int code) {}

    /** The end of a connection was found; it is told when this look at the sockets is over. */
    void add(EventExecutor loop, TcpConnection connection, int code) {
        if (found.isEmpty()) {
            NetworkHost.run(loop, this::tell);
        }
        found.add(new End(connection, code));
    }

    private void tell() {
        found.sort(Comparator.comparingLong(end -> end.connection.number()));
        for (End end : found) {
            end.connection.post(() -> end.connection.onEnd(end.code));
        }
        found.clear();
    }
}
