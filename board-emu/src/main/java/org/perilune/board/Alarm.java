package org.perilune.board;

/** Something to be done once at a certain time, unless it is cancelled before. */
public final class Alarm {
    private final Alarms owner;
    private final Runnable action;
    /** When, by the board's clock. */
    final long due;
    /** Tells apart alarms of the same moment: the one set first goes first. */
    final long order;
    /** Whether the board counts as busy while this is set. */
    final boolean keepsBusy;

    Alarm(Alarms owner, long due, long order, boolean keepsBusy, Runnable action) {
        this.owner = owner;
        this.due = due;
        this.order = order;
        this.keepsBusy = keepsBusy;
        this.action = action;
    }

    /** Takes the alarm back; without effect once it went off. */
    public void cancel() {
        owner.remove(this);
    }

    void run() {
        action.run();
    }
}
