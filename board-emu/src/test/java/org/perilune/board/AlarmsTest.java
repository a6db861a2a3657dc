package org.perilune.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AlarmsTest {
    private final Alarms alarms = new Alarms();

    @Test
    void goOffInOrderOfTimeThenOfSetting() {
        Alarm second = alarms.add(20, true, () -> {});
        Alarm third = alarms.add(20, true, () -> {});
        Alarm first = alarms.add(10, true, () -> {});
        assertEquals(10, alarms.nextDue());
        assertNull(alarms.due(9));
        assertSame(first, alarms.due(100));
        assertSame(second, alarms.due(100));
        assertSame(third, alarms.due(100));
        assertNull(alarms.due(100));
    }

    @Test
    void aCancelledOneDoesNotGoOff() {
        Alarm alarm = alarms.add(10, true, () -> {});
        alarm.cancel();
        alarm.cancel();
        assertNull(alarms.due(100));
        assertFalse(alarms.keepBusy());
    }

    @Test
    void onlySomeKeepTheBoardBusy() {
        alarms.add(10, false, () -> {});
        assertFalse(alarms.keepBusy());
        Alarm alarm = alarms.add(10, true, () -> {});
        assertTrue(alarms.keepBusy());
        alarm.cancel();
        assertFalse(alarms.keepBusy());
    }
}
