package org.perilune.board;

/**
 * Ends a power cycle at once. It passes every protected call of Lua and is caught in one place, where the board runs.
 */
public final class Reboot extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BootReason reason;
    private final long asleep;

    private Reboot(BootReason reason, long asleep) {
        super(null, null, false, false);
        this.reason = reason;
        this.asleep = asleep;
    }

    /** The board starts again. */
    public static Reboot because(BootReason reason) {
        return new Reboot(reason, 0);
    }

    /** The board sleeps, and starts again after that; after 0 never. */
    public static Reboot afterSleep(long micros) {
        return new Reboot(micros == 0 ? null : BootReason.WAKE, micros);
    }

    /** Why the board will start again; null when it will not by itself. */
    BootReason reason() {
        return reason;
    }

    /** Microseconds before it starts again. */
    long asleep() {
        return asleep;
    }
}
