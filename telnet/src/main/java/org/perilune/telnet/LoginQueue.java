package org.perilune.telnet;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Looks at one password after the other, and after a wrong one at none for a while, whoever gave it: guessing goes no
 * faster over many connections. For the server's thread only.
 */
final class LoginQueue {
    private final Deque<BooleanSupplier> waiting = new ArrayDeque<>();
    private final long pauseNanos;
    private boolean pausing;

    LoginQueue(Duration pause) {
        pauseNanos = pause.toNanos();
    }

    /** @param attempt looks at a password and says whether it was right */
    void add(BooleanSupplier attempt, EventExecutor executor) {
        waiting.add(attempt);
        next(executor);
    }

    /** Whoever made the attempt has gone. */
    void remove(BooleanSupplier attempt) {
        waiting.remove(attempt);
    }

    private void next(EventExecutor executor) {
        while (!pausing && !waiting.isEmpty()) {
            if (!waiting.poll().getAsBoolean()) {
                pausing = true;
                Telnet.ignore(executor.schedule(() -> goOn(executor), pauseNanos, TimeUnit.NANOSECONDS));
            }
        }
    }

    private void goOn(EventExecutor executor) {
        pausing = false;
        next(executor);
    }
}
