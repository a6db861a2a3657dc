package org.perilune.board.wifi;

import java.util.ArrayList;
import java.util.List;

/** What the radio keeps in flash: it survives restarts and power cuts. */
final class WifiFlash {
    /** Mode of a chip that was never set up. */
    private int mode = Radio.ACCESS_POINT;

    private int phyMode = Radio.PHY_N;
    private boolean autoConnect = true;
    private int limit = 1;
    /** Networks that the station knows, at most {@link #limit}. */
    private final List<StationConfig> known = new ArrayList<>();
    /** Place of the one it uses. */
    private int current;

    private AccessPointConfig accessPoint;

    int mode() {
        return mode;
    }

    void mode(int value) {
        mode = value;
    }

    int phyMode() {
        return phyMode;
    }

    void phyMode(int value) {
        phyMode = value;
    }

    boolean autoConnect() {
        return autoConnect;
    }

    void autoConnect(boolean value) {
        autoConnect = value;
    }

    void limit(int value) {
        limit = value;
    }

    List<StationConfig> known() {
        return known;
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
    }

    /** Uses the network at a place; false when there is none. */
    boolean use(int place) {
        boolean there = place < known.size();
        if (there) {
            current = place;
        }
        return there;
    }

    /** Settings of the access point, null while they were never set. */
    AccessPointConfig accessPoint() {
        return accessPoint;
    }

    void accessPoint(AccessPointConfig config) {
        accessPoint = config;
    }
}
