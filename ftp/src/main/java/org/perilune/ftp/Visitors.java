package org.perilune.ftp;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.mina.core.session.IoSession;

/**
 * The connections that have not logged in yet, the oldest first. When there are too many, the oldest has to go: whoever
 * only holds connections open keeps nobody out. Safe for several threads.
 */
final class Visitors {
    private final int most;
    private final Map<Long, IoSession> waiting = new LinkedHashMap<>();

    Visitors(int most) {
        this.most = most;
    }

    void entered(IoSession session) {
        IoSession oldest = null;
        synchronized (this) {
            waiting.values().removeIf(other -> !other.isConnected() || other.isClosing());
            waiting.put(session.getId(), session);
            if (waiting.size() > most) {
                Iterator<IoSession> all = waiting.values().iterator();
                oldest = all.next();
                all.remove();
            }
        }
        if (oldest != null) {
            oldest.closeNow();
        }
    }

    /** It has logged in, or gone. */
    synchronized void left(IoSession session) {
        waiting.remove(session.getId());
    }
}
