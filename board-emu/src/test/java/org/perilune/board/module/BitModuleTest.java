package org.perilune.board.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.perilune.board.standard.Session;

class BitModuleTest {
    private final Session session = Session.atPrompt();

    @Test
    void operatesOnBits() {
        assertEquals("8\t14\t6\t-13\n", session.type("=bit.band(12,10),bit.bor(12,10),bit.bxor(12,10),bit.bnot(12)"));
        assertEquals("1\t7\n", session.type("=bit.band(7,3,1),bit.bor(1,2,4)"));
    }

    @Test
    void shifts() {
        assertEquals("16\t2147483644\t-4\n", session.type("=bit.lshift(1,4),bit.rshift(-8,1),bit.arshift(-8,1)"));
    }

    @Test
    void namesBits() {
        assertEquals(
                "8\t5\t2\ttrue\tfalse\n",
                session.type("=bit.bit(3),bit.set(0,0,2),bit.clear(7,0,2),bit.isset(4,2),bit.isclear(4,2)"));
    }
}
