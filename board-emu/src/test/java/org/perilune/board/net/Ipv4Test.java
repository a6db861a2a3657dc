package org.perilune.board.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class Ipv4Test {
    @Test
    void readsWhatTheFirmwareReads() {
        assertEquals("192.168.1.20", Ipv4.of("192.168.1.20").toString());
        assertEquals("127.0.0.1", Ipv4.of("127.1").toString());
        assertEquals("10.1.2.3", Ipv4.of("10.1.515").toString());
        assertEquals("16.0.0.8", Ipv4.of("0x10.0.0.010").toString());
        assertEquals("255.255.255.255", Ipv4.of("0xffffffff").toString());
        assertEquals("1.2.3.4", Ipv4.of("1.2.3.4 and more").toString());
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (String text :
                new String[] {"", ".", "1.", "1.2.3.4.5", "1.2.3.256", "256.1", "host", "1.2.3.4x", "1..2"}) {
            assertNull(Ipv4.parse(text), text);
        }
    }
}
