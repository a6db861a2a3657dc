package org.perilune.board;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that passes only when the board waits: idle time is skipped, so a day of timers takes seconds, and a run repeats
 * exactly. While an answer from outside is due it runs at the host's pace, and for a while where anything may come.
 */
public final class VirtualClock implements Clock {
    /** What reading the time costs, so that a program that polls it comes to an end. About one turn of a Lua loop. */
    private static final int READ_MICROS = 10;

    /** What a unit of work takes, about a turn of an empty loop, so that a program without end comes to an end. */
    private static final int WORK_MICROS = 3;

    /** What a task takes, so that tasks that keep each other going come to an end too. */
    private static final int TASK_MICROS = 10;

    /** How long the outside must have been quiet before time is skipped although something may come from it. */
    private static final long PATIENCE_NANOS = 250_000_000;

    /** Moved by the thread that runs the board, read by any. */
    private final AtomicLong now = new AtomicLong();

    /** When something came from outside last, by the host's clock. */
    private long lastEvent = System.nanoTime();

    @Override
    public long micros() {
        return now.get();
    }

    @Override
    public long read() {
        return now.addAndGet(READ_MICROS);
    }

    @Override
    public void computed(int units) {
        spend((long) units * WORK_MICROS);
    }

    @Override
    public void worked() {
        spend(TASK_MICROS);
    }

    @Override
    public void spend(long micros) {
        now.addAndGet(Math.max(0, micros));
    }

    @Override
    public void idle(Mailbox events, long deadline, Resource.Waiting waiting) throws InterruptedException {
        long pace = switch (waiting) {
            case FOR_NOTHING -> 0;
            case FOR_EVENTS -> Math.max(0, lastEvent + PATIENCE_NANOS - System.nanoTime()) / 1000;
            case FOR_ANSWER -> Long.MAX_VALUE;
        };
        if (deadline == Long.MAX_VALUE) {
            events.await(Long.MAX_VALUE);
            lastEvent = System.nanoTime();
        } else if (pace > 0) {
            runAtHostPace(events, Math.min(deadline - micros(), pace));
        } else {
            moveTo(deadline);
        }
    }

    private void runAtHostPace(Mailbox events, long micros) throws InterruptedException {
        long before = System.nanoTime();
        long end = micros() + micros;
        if (events.await(micros)) {
            lastEvent = System.nanoTime();
            moveTo(Math.min(end, end - micros + (lastEvent - before) / 1000));
        } else {
            moveTo(end);
        }
    }

    private void moveTo(long micros) {
        now.accumulateAndGet(micros, Math::max);
    }
}
