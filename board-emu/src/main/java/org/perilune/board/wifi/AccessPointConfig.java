package org.perilune.board.wifi;

/** Settings of the board's own access point. */
record AccessPointConfig(
        String ssid, String password, int auth, int channel, boolean hidden, int maxStations, int beacon) {
    static final int DEFAULT_CHANNEL = 6;
    static final int MAX_STATIONS = 4;
    static final int DEFAULT_BEACON = 100;

    /** What a new chip has: an open network that the maker's system names after the end of its address. */
    static AccessPointConfig of(MacAddress mac) {
        String name = mac.toString().replace(":", "").substring(6).toUpperCase(java.util.Locale.ROOT);
        return new AccessPointConfig(
                "ESP_" + name, "", Auth.OPEN, DEFAULT_CHANNEL, false, MAX_STATIONS, DEFAULT_BEACON);
    }
}
