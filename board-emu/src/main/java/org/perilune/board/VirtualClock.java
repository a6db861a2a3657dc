package org.perilune.board;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that passes only when the board waits: idle time is skipped, so a day of timers takes seconds, and a run repeats
 * exactly. While an answer from outside is due it runs at the host's pace.
 */
public final class VirtualClock implements Clock {
    /** What reading the time costs, so that a program that polls it comes to an end. About one turn of a Lua loop. */
    private static final int READ_MICROS = 10;

    /** What a task takes, so that tasks that keep each other going come to an end too. */
    private static final int TASK_MICROS = 10;

    /** Moved by the thread that runs the board, read by any. */
    private final AtomicLong now = new AtomicLong();

    @Override
    public long micros() {
        return now.get();
    }

    @Override
    public long read() {
        return now.addAndGet(READ_MICROS);
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
    public void idle(Mailbox events, long deadline, boolean answerDue) throws InterruptedException {
        if (deadline == Long.MAX_VALUE) {
            events.await(Long.MAX_VALUE);
        } else if (answerDue) {
            long before = System.nanoTime();
            boolean arrived = events.await(deadline - micros());
            long passed = (System.nanoTime() - before) / 1000;
            moveTo(arrived ? Math.min(deadline, micros() + passed) : deadline);
        } else {
            moveTo(deadline);
        }
    }

    private void moveTo(long micros) {
        now.accumulateAndGet(micros, Math::max);
    }
}
