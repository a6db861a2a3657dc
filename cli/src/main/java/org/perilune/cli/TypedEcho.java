package org.perilune.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes out of what a program sends what it only gives back of a line just typed: the terminal's editor has shown it. What
 * turns out to be something else is not lost, and comes a little later.
 */
final class TypedEcho {
    private byte[] expected = {};
    private int seen;

    /** A line was typed. */
    void expect(String line) {
        expected = (line + "\r\n").getBytes(StandardCharsets.UTF_8);
        seen = 0;
    }

    /** What is to be shown of bytes sent. */
    byte[] without(byte[] sent) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream(sent.length);
        for (byte b : sent) {
            if (seen < expected.length && b == expected[seen]) {
                seen++;
            } else {
                if (seen < expected.length) {
                    shown.write(expected, 0, seen);
                    expected = new byte[0];
                }
                shown.write(b);
            }
        }
        return shown.toByteArray();
    }
}
