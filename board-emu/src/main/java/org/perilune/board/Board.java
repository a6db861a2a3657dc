package org.perilune.board;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.perilune.board.storage.PowerLoss;
import org.perilune.runtime.exec.LuaState;

/**
 * One emulated board. It has no thread of its own: it runs on whichever thread calls one of the {@code run} methods or
 * {@link #serve}, one at a time. Other threads may {@link #type}, {@link #send}, {@link #post} and {@link #stop}.
 */
public final class Board implements AutoCloseable {
    /** How long a restart takes. */
    private static final long BOOT_MICROS = 50_000;

    /** How long a task may go on after {@link #stop}. */
    private static final long STOP_PATIENCE_NANOS = 250_000_000;

    private final BoardConfig config;
    private final Chip chip;
    private final Modules modules;
    private final UartSink sink;
    private final Mailbox mailbox = new Mailbox();
    /** Bytes sent and not yet taken out of {@link #received}. */
    private final AtomicInteger unread = new AtomicInteger();

    private final ByteQueue received = new ByteQueue(unread);
    private final RandomGenerator random;
    private final ReentrantLock running = new ReentrantLock();
    private PowerCycle cycle;
    /** How many things the board still does of its own before it takes the next event. */
    private int ownTurns;
    /** The boot that is to come, while there is no cycle; null when the board is off. */
    private BootReason nextBoot;
    /** When that boot is due. */
    private long nextBootAt;

    /** Whether the next boot goes without the start-up program. */
    private boolean skipsProgram;

    /** What is to be done by resets that were asked for and have not happened yet. */
    private final Queue<Runnable> whileReset = new ConcurrentLinkedQueue<>();

    private volatile boolean stopped;
    /** When that was, by the host's clock. */
    private volatile long stoppedAt;

    private enum Interrupt {
        NONE,
        WANTED,
        /** The program has had it; the event that ends it has not come yet. */
        TAKEN
    }

    private final AtomicReference<Interrupt> interrupt = new AtomicReference<>(Interrupt.NONE);

    /**
     * A board, not yet switched on.
     *
     * @param modules what programs find as globals
     * @param sink takes what the board sends over its serial line
     */
    public Board(BoardConfig config, Chip chip, Modules modules, UartSink sink) {
        this.config = config;
        this.chip = chip;
        this.modules = modules;
        this.sink = sink;
        random = new Random(config.seed());
    }

    /** The board on which a native function runs. */
    public static Board of(LuaState lua) {
        return ((BoardHost) lua.vm().host()).board();
    }

    public BoardConfig config() {
        return config;
    }

    /** Bytes of its flash chip. */
    public int flashSize() {
        return chip.flashSize() > 0 ? chip.flashSize() : config.flashSize();
    }

    public Clock clock() {
        return config.clock();
    }

    public Chip chip() {
        return chip;
    }

    public Modules modules() {
        return modules;
    }

    /** The present power cycle; null while the board is off or sleeps. */
    public PowerCycle cycle() {
        return cycle;
    }

    UartSink sink() {
        return sink;
    }

    ByteQueue received() {
        return received;
    }

    RandomGenerator random() {
        return random;
    }

    // ---- power

    /**
     * Lets the next boot, and only that, come to the prompt without running the start-up program. Whoever holds the board
     * wants it, the chip knows nothing of it.
     */
    public void skipProgramOnce() {
        skipsProgram = true;
    }

    boolean takeSkip() {
        boolean skip = skipsProgram;
        skipsProgram = false;
        return skip;
    }

    /**
     * Switches the board on and boots it: runs its start-up program, up to its end.
     *
     * @throws BoardException when the board cannot boot
     */
    public void powerOn() {
        locked(() -> {
            if (cycle == null) {
                received.clear();
                boot(BootReason.POWER_ON);
            }
        });
    }

    /** Cuts the power. */
    public void powerOff() {
        locked(() -> {
            endCycle();
            nextBoot = null;
        });
    }

    /** Cuts the power and switches the board on again. */
    public void powerCycle() {
        locked(() -> {
            powerOff();
            powerOn();
        });
    }

    @Override
    public void close() {
        powerOff();
    }

    private void boot(BootReason reason) {
        nextBoot = null;
        try {
            chip.powerUp();
            cycle = PowerCycle.begin(this, reason);
            cycle.boot();
        } catch (Reboot reboot) {
            restart(reboot);
        } catch (PowerLoss e) {
            endCycle();
        } catch (BoardException e) {
            endCycle();
            throw e;
        }
    }

    /** The one place where a power cycle ends by the program's wish or fault. */
    private void restart(Reboot reboot) {
        endCycle();
        for (Runnable action = whileReset.poll(); action != null; action = whileReset.poll()) {
            action.run();
        }
        nextBoot = reboot.reason();
        nextBootAt = clock().micros() + BOOT_MICROS + reboot.asleep();
    }

    private void endCycle() {
        if (cycle != null) {
            PowerCycle ended = cycle;
            cycle = null;
            ownTurns = 0;
            ended.end();
        }
    }

    // ---- the outside

    /** Sends bytes to the board over the serial line. */
    public void send(byte[] bytes) {
        byte[] copy = bytes.clone();
        unread.addAndGet(copy.length);
        post(() -> received.add(copy));
    }

    /** Bytes that were sent to the board and that it has not looked at yet; from any thread. */
    public int unread() {
        return unread.get();
    }

    /** Whether the program takes the bytes of the serial line instead of the prompt; for the board's thread. */
    public boolean readsRaw() {
        return cycle != null && cycle.uart().isRaw();
    }

    /** Types a line, and Enter. */
    public void type(String line) {
        send((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Has the board's thread do something soon. What belongs to one run goes through {@link PowerCycle#post}. */
    public void post(Runnable event) {
        mailbox.post(event);
    }

    /**
     * Ends {@link #serve}, or any other run, as soon as the running task ends; if none is going on, the next one. A task
     * that goes on nevertheless is soon ended as by the watchdog, however well the program feeds that.
     */
    public void stop() {
        stoppedAt = System.nanoTime();
        stopped = true;
        post(() -> {});
    }

    /**
     * From any thread: presses the reset button. Whatever the board is doing ends, a loop without end too, and it boots
     * again; one that sleeps or is off boots as well.
     *
     * @param meanwhile what is to be done by the board's thread before it boots
     */
    public void reset(Runnable meanwhile) {
        whileReset.add(meanwhile);
        post(() -> {
            if (isResetPressed()) {
                throw Reboot.because(BootReason.RESET_BUTTON);
            }
        });
    }

    /** Whether the running task has to end at once, for a reset. */
    boolean isResetPressed() {
        return !whileReset.isEmpty();
    }

    /**
     * From any thread: stops what the board's program does now, as somebody at a prompt wants it who presses Ctrl-C. The
     * error "interrupted" is raised in it; a program that catches it gets it again and again until its task has ended.
     * When tasks keep each other going, the next one is stopped; when nothing runs, nothing happens.
     */
    public void interrupt() {
        if (interrupt.getAndSet(Interrupt.WANTED) == Interrupt.NONE) {
            post(this::endInterrupt);
        }
    }

    /** Runs between two tasks, the one that was meant and the next. */
    private void endInterrupt() {
        if (interrupt.getAndSet(Interrupt.NONE) == Interrupt.WANTED && cycle != null) {
            cycle.interruptMissed();
        }
    }

    /** Whether the running program is to be stopped; says so once. */
    boolean takeInterrupt() {
        return interrupt.get() == Interrupt.WANTED && interrupt.compareAndSet(Interrupt.WANTED, Interrupt.TAKEN);
    }

    /** Whether the running task has to end, since somebody waits for it or has interrupted its thread. */
    boolean isEndOverdue() {
        return Thread.currentThread().isInterrupted()
                || (stopped && System.nanoTime() - stoppedAt > STOP_PATIENCE_NANOS);
    }

    // ---- running

    /** Runs until nothing is pending: no task, no timer, no open socket, nothing typed. */
    public void runUntilIdle() {
        runWhile(Long.MAX_VALUE, () -> !isIdle());
    }

    /**
     * Runs until nothing is pending, but no longer than so much of the board's time.
     *
     * @return whether nothing is pending
     */
    public boolean runUntilIdle(Duration limit) {
        return runUntil(this::isIdle, limit);
    }

    /** Runs for so much of the board's time. */
    public void runFor(Duration time) {
        runWhile(deadline(time), () -> true);
    }

    /**
     * Runs until a condition holds, but no longer than so much of the board's time.
     *
     * @param condition asked between two tasks
     * @return whether the condition holds
     */
    public boolean runUntil(BooleanSupplier condition, Duration limit) {
        return !runWhile(deadline(limit), () -> !condition.getAsBoolean());
    }

    /** Runs until {@link #stop}. */
    public void serve() {
        runWhile(Long.MAX_VALUE, () -> true);
    }

    private long deadline(Duration time) {
        return clock().micros() + time.toNanos() / 1000;
    }

    /** Whether nothing is pending: no task, no running timer, no open socket, nothing typed, no wake-up to come. */
    public boolean isIdle() {
        return mailbox.isEmpty() && nextBoot == null && (cycle == null || cycle.isIdle());
    }

    /** Runs until the deadline, or while the condition holds; returns whether it still does. */
    private boolean runWhile(long deadline, BooleanSupplier condition) {
        return locked(() -> {
            boolean goOn = condition.getAsBoolean();
            while (goOn && !stopped && !Thread.currentThread().isInterrupted() && clock().micros() <= deadline) {
                if (!step() && !idle(deadline)) {
                    break;
                }
                goOn = condition.getAsBoolean();
            }
            stopped = false;
            return goOn && condition.getAsBoolean();
        });
    }

    /** Does the next thing there is to do; false when there is none now. */
    private boolean step() {
        try {
            if (ownTurns == 0 && takeEvent()) {
                return true;
            }
            if (cycle != null && cycle.step()) {
                ownTurns = Math.max(0, ownTurns - 1);
                clock().worked();
                return true;
            }
            ownTurns = 0; // a step may have done what another was counted for
        } catch (Reboot reboot) {
            restart(reboot);
            return true;
        } catch (PowerLoss e) {
            // Off, until somebody switches it on again.
            endCycle();
            return true;
        }
        if (nextBoot != null && clock().micros() >= nextBootAt) {
            boot(nextBoot);
            return true;
        }
        return false;
    }

    /**
     * Does what came from outside, if anything did. A radio is slow: before a device hears the answer to what a callback
     * has sent, the tasks have run that the callback posted. So what waits now goes before the next event; nor do events
     * that follow closely keep a timer or the prompt waiting.
     */
    private boolean takeEvent() {
        Runnable event = mailbox.poll();
        if (event != null) {
            event.run();
            ownTurns = cycle == null ? 0 : cycle.waitingSteps();
        }
        return event != null;
    }

    /** Waits for the next thing to do; false when the deadline has come. */
    private boolean idle(long deadline) {
        if (clock().micros() >= deadline) {
            return false;
        }
        long next = nextBoot != null ? nextBootAt : cycle != null ? cycle.nextDue() : Long.MAX_VALUE;
        try {
            clock().idle(
                            mailbox,
                            Math.min(next, deadline),
                            cycle == null ? Resource.Waiting.FOR_NOTHING : cycle.waiting());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void locked(Runnable action) {
        locked(() -> {
            action.run();
            return true;
        });
    }

    private boolean locked(BooleanSupplier action) {
        if (!running.tryLock()) {
            throw new IllegalStateException("another thread is running this board");
        }
        try {
            return action.getAsBoolean();
        } finally {
            running.unlock();
        }
    }
}
