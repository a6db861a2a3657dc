package org.perilune.telnet;

import java.nio.charset.StandardCharsets;

/**
 * A line that a client has typed, without its end.
 *
 * @param text each byte a character
 */
record Line(String text) {
    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    int length() {
        return text.length();
    }
}
