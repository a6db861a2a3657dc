package org.perilune.board.net;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells a board of its connections' ends in the order in which the peers made them. The host does not say in which order
 * those came that are found at about the same time: a look at the sockets may find the later one and miss the earlier. So
 * an end is told a moment after it was found, that of the oldest connection first: a server that follows a client by its
 * first connection learns early that it is gone. Belongs to the event loop.
 */
final class EndOrder {
    /** Longer than a look at the sockets takes. */
    private static final int MOMENT_MILLIS = 1;

    private final List<End> found = new ArrayList<>();

    private record End(TcpConnection connection, int code) {}

    /** The end of a connection was found. */
    void add(EventExecutor loop, TcpConnection connection, int code) {
        if (found.isEmpty()) {
            NetworkHost.runLater(loop, MOMENT_MILLIS, this::tell);
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
