package org.perilune.board.wifi;

/**
 * A hardware address.
 *
 * @param bits its 48 bits, the first byte highest
 */
public record MacAddress(long bits) {
    /** The address of nobody in particular. */
    static final MacAddress NONE = new MacAddress(0xffff_ffff_ffffL);

    /** Characters of an address as text. */
    static final int TEXT_LENGTH = 17;

    private static final int BYTES = 6;
    private static final long VENDOR = 0x18fe34_000000L;
    /** Bit that tells an access point's address from its station's. */
    private static final long LOCAL = 0x02_00_00_00_00_00L;

    private static final int CHIP_BITS = 0xff_ffff;

    /** The address of the chip's station. */
    static MacAddress ofChip(int chipId) {
        return new MacAddress(VENDOR | chipId & CHIP_BITS);
    }

    /** An address that belongs to a name. */
    static MacAddress ofName(String name) {
        long hash = name.hashCode() & 0xffff_ffffL;
        return new MacAddress(LOCAL | (hash * 0x9e3779b1L & 0xff_ffff_ffffL));
    }

    /** The access point's address beside this station's. */
    MacAddress asAccessPoint() {
        return new MacAddress(bits | LOCAL);
    }

    /** Reads six pairs of hexadecimal digits with any character between them; null when it is none. */
    static MacAddress parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return null;
        }
        long bits = 0;
        for (int i = 0; i < BYTES; i++) {
            int high = Character.digit(text.charAt(3 * i), 16);
            int low = Character.digit(text.charAt(3 * i + 1), 16);
            if (high < 0 || low < 0) {
                return null;
            }
            bits = bits << 8 | high << 4 | low;
        }
        return new MacAddress(bits);
    }

    /** The bytes, first to last. */
    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = (byte) (bits >> 8 * (BYTES - 1 - i));
        }
        return bytes;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes()) {
            text.append(text.isEmpty() ? "" : ":")
                    .append(Character.forDigit(b >> 4 & 15, 16))
                    .append(Character.forDigit(b & 15, 16));
        }
        return text.toString();
    }
}
