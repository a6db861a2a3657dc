package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Thousands of clients that mean no good, at a board that is asked something all the while. Takes down every exception
 * that nothing caught, in threads and in the network's handlers.
 */
final class Siege implements AutoCloseable {
    /** Longest that a return to order is waited for; no working machine needs it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * Most device bytes by which a board's heap may differ afterwards: tables and stacks that have grown for good, and
     * what is remembered on purpose, such as names of folders. A leak in each act would be thousands.
     */
    private static final int GROWTH = 600;

    private final Queue<Object> escaped = new ConcurrentLinkedQueue<>();
    private final Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
    /** Where Netty tells of an exception that reached the end of a pipeline; kept, as loggers are held weakly. */
    private final Logger netty = Logger.getLogger("io.netty");

    private final Handler warnings = new Handler() {
        @Override
        public void publish(LogRecord told) {
            if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
                escaped.add(told.getLoggerName() + ": " + told.getMessage() + ' ' + told.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Siege() {
        Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> escaped.add(cause));
        netty.addHandler(warnings);
    }

    /** One hostile act. */
    interface Act {
        void commit(Random random) throws IOException;
    }

    /**
     * Commits so many acts, on several threads.
     *
     * @param what they are, for the line that is printed
     * @param question asked again and again until they are done; it fails if there is no answer
     */
    void lay(String what, int acts, int attackers, Act act, Runnable question) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(acts);
        AtomicInteger done = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < attackers; i++) {
            Random random = new Random(i);
            Thread attacker = new Thread(
                    () -> {
                        while (left.getAndDecrement() > 0) {
                            try {
                                act.commit(random);
                                done.incrementAndGet();
                            } catch (IOException | RuntimeException | AssertionError e) {
                                escaped.add(e);
                            }
                        }
                    },
                    "attacker");
            threads.add(attacker);
            attacker.start();
        }
        int answers = 0;
        long slowest = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            long asked = System.nanoTime();
            question.run();
            slowest = Math.max(slowest, System.nanoTime() - asked);
            answers++;
            Thread.sleep(1);
        }
        System.out.printf(
                "hostility: %d %s; %d questions answered meanwhile, the slowest after %d ms%n",
                done.get(), what, answers, slowest / 1_000_000);
        assertEquals(List.of(), List.copyOf(escaped));
        assertEquals(acts, done.get());
        assertTrue(answers > acts / 100, "answers while under attack: " + answers);
    }

    /** Checks that no act has kept heap of the board. */
    static void assertHeapIsBack(long before, long after) {
        assertTrue(Math.abs(after - before) <= GROWTH, before + " bytes and then " + after);
    }

    @Override
    public void close() {
        netty.removeHandler(warnings);
        Thread.setDefaultUncaughtExceptionHandler(usual);
        assertEquals(List.of(), List.copyOf(escaped));
    }

    /** What the process has open. */
    record Holdings(long descriptors, long threads) {
        static Holdings now() {
            UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Holdings(
                    system.getOpenFileDescriptorCount(),
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().matches("perilune-.*|ftp board|attacker"))
                            .count());
        }

        /** Waits until there is no more than there was; the system closes, and threads end, a little later. */
        void awaitReturn() throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (Holdings now = now(); now.descriptors > descriptors || now.threads > threads; now = now()) {
                assertTrue(System.nanoTime() < end, this + " became " + now);
                Thread.sleep(10);
            }
        }
    }
}
