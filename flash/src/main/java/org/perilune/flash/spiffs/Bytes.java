package org.perilune.flash.spiffs;

/** Little-endian numbers in arrays of bytes. */
final class Bytes {
    private Bytes() {}

    static int get16(byte[] from, int at) {
        return from[at] & 0xff | (from[at + 1] & 0xff) << 8;
    }

    static void put16(byte[] into, int at, int value) {
        into[at] = (byte) value;
        into[at + 1] = (byte) (value >> 8);
    }

    static int get32(byte[] from, int at) {
        return get16(from, at) | get16(from, at + 2) << 16;
    }

    static void put32(byte[] into, int at, int value) {
        put16(into, at, value);
        put16(into, at + 2, value >>> 16);
    }

    /** Whether these bytes are as erasing leaves them. */
    static boolean areBlank(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != (byte) 0xff) {
                return false;
            }
        }
        return true;
    }
}
