package org.perilune.runtime.value;

/**
 * Keeps an eye on how long a machine works without a pause. Work is counted in units, each about a turn of a loop or a
 * call; native code that may take long counts, too. Since nothing but the count decides when the watchdog is asked, a
 * run repeats exactly.
 */
@FunctionalInterface
public interface Watchdog {
    /** Units between two questions. */
    int QUANTUM = 1000;

    /** Lets a machine run for as long as it likes, until the host interrupts the thread that runs it. */
    Watchdog PATIENT = units -> {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interruption();
        }
    };

    /**
     * So much work has been done since this was called last. May throw what passes every protected call, to end the run;
     * the machine is of no use after that.
     */
    void worked(int units);

    /** The host interrupted the thread that runs a machine; no protected call stops this. */
    final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Interruption() {
            super("interrupted", null, false, false);
        }
    }
}
