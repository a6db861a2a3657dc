package org.perilune.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Test
    void numbersHaveFourteenDigits() {
        assertEquals("0.33333333333333", NumberText.format(1.0 / 3));
        assertEquals("1e+14", NumberText.format(1e14));
        assertEquals("9.007199254741e+15", NumberText.format(9007199254740992.0));
        assertEquals("1.2345678901235e+17", NumberText.format(123456789012345680.0));
        assertEquals("99999999999999", NumberText.format(99999999999999.0));
        assertEquals("1e-05", NumberText.format(1e-5));
        assertEquals("0.0001", NumberText.format(1e-4));
        assertEquals("-0", NumberText.format(-0.0));
        assertEquals("123456789", NumberText.format(123456.789e3));
        assertEquals("4.9406564584125e-324", NumberText.format(Double.MIN_VALUE));
    }

    @Test
    void whatIsNotFiniteHasItsSign() {
        assertEquals("inf", NumberText.format(Double.POSITIVE_INFINITY));
        assertEquals("-inf", NumberText.format(Double.NEGATIVE_INFINITY));
        assertEquals("-nan", NumberText.format(Double.longBitsToDouble(0xfff8_0000_0000_0000L)));
    }

    @Test
    void textsAreReadAsStrtodReadsThem() {
        assertEquals(16, parse("0x10"));
        assertEquals(-31, parse("-0X1F"));
        assertEquals(10, parse(" 1e1\t"));
        assertEquals(0.5, parse(".5"));
        assertEquals(3, parse("3."));
        assertEquals(5, parse("+5"));
        assertEquals(1, parse("1\0garbage"));
        assertEquals(Double.NEGATIVE_INFINITY, parse("-inf"));
    }

    @Test
    void anythingElseIsNoNumber() {
        for (String text :
                new String[] {"", " ", "0x", "1e", "12a", "1 2", "--1", ".", "0x1.8.0", "e5", "1e+", "0xg"}) {
            assertTrue(NumberText.isFailure(parse(text)), text);
        }
    }

    private static double parse(String text) {
        return NumberText.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
