package org.perilune.board;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The host's time. */
public final class RealClock implements Clock {
    private final long origin = System.nanoTime();

    @Override
    public long micros() {
        return (System.nanoTime() - origin) / 1000;
    }

    @Override
    public long read() {
        return micros();
    }

    @Override
    public void computed(int units) {
        // it took the time it took
    }

    @Override
    public void worked() {
        // it took the time it took
    }

    @Override
    public void spend(long micros) {
        long end = micros() + micros;
        for (long left = micros; left > 0; left = end - micros()) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(left));
        }
    }

    @Override
    public void idle(Mailbox events, long deadline, Resource.Waiting waiting) throws InterruptedException {
        events.await(deadline - micros());
    }
}
