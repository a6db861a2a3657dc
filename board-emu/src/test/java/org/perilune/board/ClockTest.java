package org.perilune.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final long DAY = Duration.ofDays(1).toMillis() * 1000;

    private final Mailbox events = new Mailbox();

    @Test
    void aVirtualClockSkipsIdleTime() throws InterruptedException {
        VirtualClock clock = new VirtualClock();
        clock.idle(events, DAY, Resource.Waiting.FOR_NOTHING);
        assertEquals(DAY, clock.micros());
    }

    @Test
    void aVirtualClockWaitsForAnAnswerThatIsDue() throws InterruptedException {
        VirtualClock clock = new VirtualClock();
        Thread answer = new Thread(() -> events.post(() -> {}));
        answer.start();
        clock.idle(events, DAY, Resource.Waiting.FOR_ANSWER);
        answer.join();
        assertTrue(clock.micros() < DAY);
        assertFalse(events.isEmpty());
    }

    @Test
    void aVirtualClockSkipsTimeOnceTheOutsideIsQuiet() throws InterruptedException {
        VirtualClock clock = new VirtualClock();
        clock.idle(events, DAY, Resource.Waiting.FOR_EVENTS);
        assertTrue(clock.micros() < DAY);
        clock.idle(events, DAY, Resource.Waiting.FOR_EVENTS);
        assertEquals(DAY, clock.micros());
    }

    @Test
    void readingAVirtualClockMovesIt() {
        VirtualClock clock = new VirtualClock();
        long first = clock.read();
        assertTrue(clock.read() > first);
    }

    @Test
    void aRealClockIsWokenByAnEvent() throws InterruptedException {
        RealClock clock = new RealClock();
        Thread waker = new Thread(() -> events.post(() -> {}));
        waker.start();
        clock.idle(events, clock.micros() + DAY, Resource.Waiting.FOR_NOTHING);
        waker.join();
        assertFalse(events.isEmpty());
    }

    @Test
    void aRealClockWaitsUntilTheDeadline() throws InterruptedException {
        RealClock clock = new RealClock();
        long deadline = clock.micros() + 2000;
        clock.idle(events, deadline, Resource.Waiting.FOR_NOTHING);
        clock.spend(1000);
        assertTrue(clock.micros() >= deadline + 1000);
    }
}
