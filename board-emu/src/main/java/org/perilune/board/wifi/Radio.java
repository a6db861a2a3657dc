package org.perilune.board.wifi;

import java.util.List;
import org.perilune.board.BoardConfig;
import org.perilune.board.PowerCycle;

/** The radio in one power cycle. What is to survive lies in {@link WifiFlash}. */
public final class Radio {
    static final int OFF = 0;
    static final int STATION = 1;
    static final int ACCESS_POINT = 2;
    static final int BOTH = STATION | ACCESS_POINT;

    static final int PHY_B = 1;
    static final int PHY_G = 2;
    static final int PHY_N = 3;

    static final int NO_SLEEP = 0;
    static final int LIGHT_SLEEP = 1;
    static final int MODEM_SLEEP = 2;

    private final WifiFlash flash;
    private final Events events;
    private final Station station;
    private final AccessPoint accessPoint;
    private int mode;
    private int sleepType = MODEM_SLEEP;
    private boolean sleepsWhenOff = true;
    private Country country = Country.DEFAULT;

    Radio(PowerCycle cycle) {
        BoardConfig config = cycle.board().config();
        flash = new WifiFlash(cycle.board().chip().radio());
        events = new Events(cycle);
        MacAddress mac = MacAddress.ofChip(config.chipId());
        station = new Station(cycle, this, mac, new Air(config.accessPoints()));
        accessPoint = new AccessPoint(this, mac.asAccessPoint());
        mode = flash.mode();
    }

    /** The radio of a board that has the module {@code wifi}. */
    public static Radio of(PowerCycle cycle) {
        return cycle.part(Radio.class);
    }

    /** The radio of a board; null when it lacks the module {@code wifi}. */
    public static Radio orNull(PowerCycle cycle) {
        boolean there = List.of(cycle.board().modules().names().split(",")).contains("wifi");
        return there ? of(cycle) : null;
    }

    /** Forgets what is kept over restarts; what is in effect stays so until the next. */
    public void restore() {
        flash.restore();
    }

    WifiFlash flash() {
        return flash;
    }

    Events events() {
        return events;
    }

    public Station station() {
        return station;
    }

    public AccessPoint accessPoint() {
        return accessPoint;
    }

    int mode() {
        return mode;
    }

    void mode(int wanted) {
        int before = mode;
        if (wanted == before) {
            return;
        }
        if ((wanted & STATION) == 0) {
            station.disconnect();
        }
        mode = wanted;
        events.modeChanged(before, wanted);
        if ((before & STATION) == 0 && (wanted & STATION) != 0) {
            station.start();
        }
    }

    int channel() {
        AirNetwork joined = station.joined();
        return joined != null ? joined.channel() : accessPoint.config().channel();
    }

    int sleepType() {
        return sleepType;
    }

    void sleepType(int type) {
        sleepType = type;
    }

    boolean sleepsWhenOff() {
        return sleepsWhenOff;
    }

    void sleepsWhenOff(boolean sleeps) {
        sleepsWhenOff = sleeps;
    }

    Country country() {
        return country;
    }

    void country(Country chosen) {
        country = chosen;
    }
}
