package org.perilune.telnet;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The clients that are not logged in. There is always room for one more: it pushes out the one that has been there
 * longest, so silent clients keep nobody out. For the server's thread only.
 */
final class Visitors {
    private final Deque<Channel> present = new ArrayDeque<>();
    private final int limit;

    Visitors(int limit) {
        this.limit = limit;
    }

    void enter(Channel channel) {
        present.addLast(channel);
        if (present.size() > limit) {
            Telnet.close(present.removeFirst());
        }
    }

    void leave(Channel channel) {
        present.remove(channel);
    }
}
