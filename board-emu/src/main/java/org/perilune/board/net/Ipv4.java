package org.perilune.board.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An IPv4 address.
 *
 * @param bits its 32 bits, the first byte highest
 */
public record Ipv4(int bits) {
    /** All zero: any address, or none. */
    public static final Ipv4 ANY = new Ipv4(0);

    private static final int MAX_PARTS = 4;

    /**
     * Reads an address as the firmware does: one to four parts, each decimal, octal with a leading 0 or hexadecimal with
     * 0x, the last one filling all bytes that are left. Returns null when it is none.
     */
    public static Ipv4 parse(String text) {
        long[] parts = new long[MAX_PARTS];
        int count = 0;
        int at = 0;
        while (true) {
            if (count == MAX_PARTS || at >= text.length() || digit(text.charAt(at)) > 9) {
                return null;
            }
            int base = 10;
            if (text.charAt(at) == '0') {
                at++;
                base = 8;
                if (at < text.length() && (text.charAt(at) | 0x20) == 'x') {
                    at++;
                    base = 16;
                }
            }
            long value = 0;
            for (; at < text.length() && digit(text.charAt(at)) < Math.max(base, 10); at++) {
                value = value * base + digit(text.charAt(at)) & 0xffffffffL;
            }
            parts[count++] = value;
            if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
                return join(parts, count);
            } else if (text.charAt(at++) != '.') {
                return null;
            }
        }
    }

    /** Value of a hexadecimal digit; more than 15 for anything else. */
    private static int digit(char c) {
        int value = c < 128 ? Character.digit(c, 16) : -1;
        return value < 0 ? 16 : value;
    }

    private static Ipv4 join(long[] parts, int count) {
        long bits = 0;
        for (int i = 0; i < count - 1; i++) {
            if (parts[i] > 0xff) {
                return null;
            }
            bits |= parts[i] << 24 - 8 * i;
        }
        long last = parts[count - 1];
        return last >> 8 * (MAX_PARTS + 1 - count) != 0 ? null : new Ipv4((int) (bits | last));
    }

    /** Reads an address that is known to be one. */
    public static Ipv4 of(String text) {
        Ipv4 address = parse(text);
        if (address == null) {
            throw new IllegalArgumentException("not an IPv4 address: " + text);
        }
        return address;
    }

    /** The address in the host's form. */
    static Ipv4 of(InetAddress address) {
        if (!(address instanceof Inet4Address)) {
            return ANY;
        }
        byte[] b = address.getAddress();
        return new Ipv4((b[0] & 0xff) << 24 | (b[1] & 0xff) << 16 | (b[2] & 0xff) << 8 | b[3] & 0xff);
    }

    InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isAny() {
        return bits == 0;
    }

    /** Whether the address stays on the host: 127.x.y.z. */
    public boolean isLoopback() {
        return bits >>> 24 == 127;
    }

    /** The address as four decimal parts. */
    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >> 16 & 0xff) + "." + (bits >> 8 & 0xff) + "." + (bits & 0xff);
    }
}
