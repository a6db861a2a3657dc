package org.perilune.board.net;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A mailbox whose events the test's own thread runs, as a board's thread would. */
final class TestMailbox implements Executor {
    private static final long PATIENCE_SECONDS = 60;

    private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable event) {
        events.add(event);
    }

    /** Runs events until something is so; fails after a time that no working machine needs. */
    void runUntil(BooleanSupplier goal) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!goal.getAsBoolean()) {
            Runnable event = events.poll(100, TimeUnit.MILLISECONDS);
            if (event != null) {
                event.run();
            } else if (System.nanoTime() > end) {
                throw new AssertionError("what was waited for did not come");
            }
        }
    }

    /** Events that wait. */
    int size() {
        return events.size();
    }
}
