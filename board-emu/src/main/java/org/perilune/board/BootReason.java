package org.perilune.board;

/**
 * Why a board boots, as {@code node.bootreason()} gives it.
 *
 * @param rawCode the boot loader's code
 * @param extended the SDK's code
 */
public record BootReason(int rawCode, int extended) {
    public static final BootReason POWER_ON = new BootReason(1, 0);
    public static final BootReason WATCHDOG = new BootReason(4, 3);
    public static final BootReason RESTART = new BootReason(2, 4);
    public static final BootReason WAKE = new BootReason(2, 5);
    public static final BootReason RESET_BUTTON = new BootReason(2, 6);
}
