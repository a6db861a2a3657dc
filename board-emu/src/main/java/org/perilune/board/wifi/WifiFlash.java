package org.perilune.board.wifi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.perilune.board.RadioMemory;

/** What the radio keeps in flash: it survives restarts and power cuts. Each change is stored at once. */
final class WifiFlash {
    /** Most networks that a station knows. */
    static final int MOST_KNOWN = 5;

    /** Settings of a chip that was never set up. */
    private static final WifiRecord NEW = new WifiRecord(Radio.ACCESS_POINT, Radio.PHY_N, true, 1, List.of(), 0, null);

    private final RadioMemory memory;
    private int mode;
    private int phyMode;
    private boolean autoConnect;
    private int limit;
    /** Networks that the station knows, at most {@link #limit}. */
    private final List<StationConfig> known = new ArrayList<>();
    /** Place of the one it uses. */
    private int current;

    private AccessPointConfig accessPoint;

    /** What is kept; the settings of a new chip where nothing is, or nothing that makes sense. */
    WifiFlash(RadioMemory memory) {
        this.memory = memory;
        byte[] record = memory.read();
        WifiRecord kept = record == null ? null : WifiRecord.decode(record);
        take(kept == null ? NEW : kept);
    }

    private void take(WifiRecord settings) {
        mode = settings.mode();
        phyMode = settings.phyMode();
        autoConnect = settings.autoConnect();
        limit = settings.limit();
        known.clear();
        known.addAll(settings.known());
        current = settings.current();
        accessPoint = settings.accessPoint();
    }

    /** Makes all settings those of a new chip. */
    void restore() {
        take(NEW);
        keep();
    }

    private void keep() {
        memory.write(
                new WifiRecord(mode, phyMode, autoConnect, limit, List.copyOf(known), current, accessPoint).encode());
    }

    int mode() {
        return mode;
    }

    void mode(int value) {
        mode = value;
        keep();
    }

    int phyMode() {
        return phyMode;
    }

    void phyMode(int value) {
        phyMode = value;
        keep();
    }

    boolean autoConnect() {
        return autoConnect;
    }

    void autoConnect(boolean value) {
        autoConnect = value;
        keep();
    }

    void limit(int value) {
        limit = value;
        keep();
    }

    List<StationConfig> known() {
        return Collections.unmodifiableList(known);
    }

    int current() {
        return current;
    }

    StationConfig station() {
        return current < known.size() ? known.get(current) : StationConfig.NONE;
    }

    /** Makes a network the one to use; it takes a free place, or the one after the last used. */
    void station(StationConfig config) {
        if (config.ssid().isEmpty()) {
            known.clear();
            current = 0;
        } else if (known.contains(config)) {
            current = known.indexOf(config);
        } else if (known.size() < limit) {
            known.add(config);
            current = known.size() - 1;
        } else {
            current = (current + 1) % limit;
            known.set(current, config);
        }
        keep();
    }

    /** Uses the network at a place; false when there is none. */
    boolean use(int place) {
        boolean there = place < known.size();
        if (there) {
            current = place;
            keep();
        }
        return there;
    }

    /** Settings of the access point, null while they were never set. */
    AccessPointConfig accessPoint() {
        return accessPoint;
    }

    void accessPoint(AccessPointConfig config) {
        accessPoint = config;
        keep();
    }
}
