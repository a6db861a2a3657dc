package org.perilune.board.wifi;

/**
 * Which network the station is to join.
 *
 * @param bssid the one access point to take, null for any
 */
record StationConfig(String ssid, String password, MacAddress bssid) {
    static final StationConfig NONE = new StationConfig("", "", null);

    static final int MAX_SSID = 32;
    static final int MAX_PASSWORD = 64;
}
