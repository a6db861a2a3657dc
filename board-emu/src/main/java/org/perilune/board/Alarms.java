package org.perilune.board;

import java.util.Comparator;
import java.util.TreeSet;

/** The alarms that are set, the next one first. */
final class Alarms {
    private static final Comparator<Alarm> BY_TIME =
            Comparator.<Alarm>comparingLong(alarm -> alarm.due).thenComparingLong(alarm -> alarm.order);

    private final TreeSet<Alarm> pending = new TreeSet<>(BY_TIME);
    private long count;
    /** How many of the pending ones keep the board busy. */
    private int busy;

    Alarm add(long due, boolean keepsBusy, Runnable action) {
        Alarm alarm = new Alarm(this, due, count++, keepsBusy, action);
        pending.add(alarm);
        busy += keepsBusy ? 1 : 0;
        return alarm;
    }

    void remove(Alarm alarm) {
        if (pending.remove(alarm) && alarm.keepsBusy) {
            busy--;
        }
    }

    /** Takes out an alarm that is due at this time, or null. */
    Alarm due(long now) {
        if (nextDue() > now) {
            return null;
        }
        Alarm alarm = pending.first();
        remove(alarm);
        return alarm;
    }

    /** When the next one is due; {@link Long#MAX_VALUE} when none is set. */
    long nextDue() {
        return pending.isEmpty() ? Long.MAX_VALUE : pending.first().due;
    }

    boolean keepBusy() {
        return busy > 0;
    }
}
