package org.perilune.board;

import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/** Where other threads leave events for a board; the thread that runs the board takes them out. */
public final class Mailbox {
    private final LinkedBlockingDeque<Runnable> events = new LinkedBlockingDeque<>();

    Mailbox() {}

    void post(Runnable event) {
        events.addLast(event);
    }

    /** The next event, or null. */
    Runnable poll() {
        return events.pollFirst();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /**
     * Waits for an event and leaves it there. Only the thread that runs the board waits.
     *
     * @param micros how long at most
     * @return whether there is one
     */
    public boolean await(long micros) throws InterruptedException {
        Runnable event = micros == Long.MAX_VALUE
                ? events.takeFirst()
                : events.pollFirst(Math.max(0, micros), TimeUnit.MICROSECONDS);
        if (event != null) {
            events.addFirst(event);
        }
        return event != null;
    }
}
