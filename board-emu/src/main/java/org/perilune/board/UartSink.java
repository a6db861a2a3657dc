package org.perilune.board;

import java.util.Arrays;

/** Takes what a board sends over its serial line, byte by byte as on the wire: lines end with CR LF. */
@FunctionalInterface
public interface UartSink {
    void send(byte[] bytes);

    /** A sink that passes everything on without CR, for consoles and files of the host. */
    static UartSink withoutCarriageReturns(UartSink target) {
        return bytes -> {
            byte[] kept = new byte[bytes.length];
            int count = 0;
            for (byte b : bytes) {
                if (b != '\r') {
                    kept[count++] = b;
                }
            }
            target.send(Arrays.copyOf(kept, count));
        };
    }
}
