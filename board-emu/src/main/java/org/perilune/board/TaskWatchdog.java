package org.perilune.board;

import org.perilune.runtime.value.Watchdog;

/**
 * The device's watchdog: resets the board when a task goes on too long without feeding it. Time is the board's own, so on
 * a virtual clock a loop without end ends at the same turn each time.
 */
final class TaskWatchdog implements Watchdog {
    /** How long the device waits for the program, about. */
    private static final long PATIENCE_MICROS = 3_000_000;

    /** The delay loop feeds the watchdog that often. */
    private static final long DELAY_STEP_MICROS = 1_000_000;

    /** What the boot loader prints after the watchdog's reset. */
    private static final String BOOT_LOADER_TEXT = "\n ets Jan  8 2013,rst cause:4, boot mode:(3,7)\n\nwdt reset\n";

    private final PowerCycle cycle;
    private long fedAt;

    TaskWatchdog(PowerCycle cycle) {
        this.cycle = cycle;
        feed();
    }

    /** All is well: the time begins anew. */
    void feed() {
        fedAt = cycle.clock().micros();
    }

    @Override
    public void worked(int units) {
        cycle.clock().computed(units);
        if (cycle.clock().micros() - fedAt > PATIENCE_MICROS) {
            bite();
        }
        endIfOverdue();
        cycle.interrupts().check();
    }

    /** Lets time pass, feeding the watchdog. */
    void delay(long micros) {
        for (long left = micros; left > 0; left -= DELAY_STEP_MICROS) {
            cycle.clock().spend(Math.min(left, DELAY_STEP_MICROS));
            feed();
            endIfOverdue();
            cycle.interrupts().check();
        }
    }

    private void endIfOverdue() {
        if (cycle.board().isResetPressed()) {
            throw Reboot.because(BootReason.RESET_BUTTON);
        }
        if (cycle.board().isEndOverdue()) {
            bite();
        }
    }

    private void bite() {
        cycle.uart().print(BOOT_LOADER_TEXT);
        throw Reboot.because(BootReason.WATCHDOG);
    }
}
