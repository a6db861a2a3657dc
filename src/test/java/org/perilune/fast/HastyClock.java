package org.perilune.fast;

import java.util.concurrent.atomic.AtomicLong;
import org.perilune.board.Clock;
import org.perilune.board.Mailbox;
import org.perilune.board.Resource;

/** The host's time while the board is busy; while it waits, time runs faster. */
final class HastyClock implements Clock {
    private final long origin = System.nanoTime();
    private final int speed;
    /** Microseconds gained by waiting. */
    private final AtomicLong gained = new AtomicLong();

    /** @param speed how much faster the time runs while the board waits */
    HastyClock(int speed) {
        this.speed = speed;
    }

    private long hostMicros() {
        return (System.nanoTime() - origin) / 1000;
    }

    @Override
    public long micros() {
        return hostMicros() + gained.get();
    }

    @Override
    public long read() {
        return micros();
    }

    @Override
    public void computed(int units) {}

    @Override
    public void worked() {}

    @Override
    public void spend(long micros) {
        gained.addAndGet(micros);
    }

    @Override
    public void idle(Mailbox events, long deadline, Resource.Waiting waiting) throws InterruptedException {
        long before = hostMicros();
        events.await((deadline - micros()) / speed);
        long waited = (hostMicros() - before) * (speed - 1);
        gained.addAndGet(Math.min(waited, Math.max(0, deadline - micros())));
    }
}
