package org.perilune.runtime.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FloatingByteTest {
    @Test
    void roundsUpFromSixteenOn() {
        assertEquals(15, FloatingByte.decode(FloatingByte.encode(15)));
        assertEquals(18, FloatingByte.decode(FloatingByte.encode(17)));
        assertEquals(36, FloatingByte.decode(FloatingByte.encode(33)));
        assertEquals(60, FloatingByte.decode(FloatingByte.encode(60)));
    }

    @Test
    void neverOverflows() {
        for (int code = 0; code < 512; code++) {
            assertTrue(FloatingByte.decode(code) >= 0);
        }
    }
}
