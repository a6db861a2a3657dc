package org.perilune.board.wifi;

/**
 * Which channels a country allows.
 *
 * @param policy 0 to follow the access point, 1 to insist
 */
record Country(String code, int firstChannel, int lastChannel, int policy) {
    static final int AUTO = 0;
    static final int MANUAL = 1;

    static final Country DEFAULT = new Country("CN", 1, 13, AUTO);
}
