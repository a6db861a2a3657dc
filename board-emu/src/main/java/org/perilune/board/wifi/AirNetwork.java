package org.perilune.board.wifi;

/**
 * A wireless network in reach.
 *
 * @param password empty for an open one, null for one that takes any
 */
record AirNetwork(String name, String password) {
    private static final int CHANNELS = 13;
    private static final int STRONGEST = -40;
    private static final int STRENGTHS = 40;

    boolean admits(String given) {
        return password == null || password.equals(given);
    }

    int auth() {
        return password == null || password.isEmpty() ? Auth.OPEN : Auth.WPA2_PSK;
    }

    MacAddress bssid() {
        return MacAddress.ofName(name);
    }

    int channel() {
        return 1 + Math.floorMod(name.hashCode(), CHANNELS);
    }

    /** Strength of its signal in dBm. */
    int rssi() {
        return STRONGEST - Math.floorMod(name.hashCode() >> 4, STRENGTHS);
    }
}
