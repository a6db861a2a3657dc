package org.perilune.board.wifi;

/** How an access point wants its stations to identify themselves, with the SDK's numbers. */
final class Auth {
    static final int OPEN = 0;
    static final int WPA_PSK = 2;
    static final int WPA2_PSK = 3;
    static final int WPA_WPA2_PSK = 4;
    /** One more than the highest number. */
    static final int END = 5;

    private Auth() {}
}
