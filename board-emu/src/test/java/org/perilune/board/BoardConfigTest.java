package org.perilune.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BoardConfigTest {
    private final BoardConfig config = BoardConfig.standard(new VirtualClock());

    @Test
    void privilegedPortsListenElsewhere() {
        assertEquals(10_080, config.hostPort(80));
        assertEquals(8080, config.hostPort(8080));
        assertEquals(2323, config.withPort(2323, 23).hostPort(23));
        assertEquals(0, config.hostPort(0));
    }

    @Test
    void aHeapIsNotNegative() {
        assertThrows(BoardException.class, () -> config.withHeap(-1));
    }

    @Test
    void changesKeepTheRest() {
        BoardConfig changed = config.withAccessPoint("home", "secret")
                .withChipId(7)
                .withFlashSize(1 << 20)
                .withIp("127.0.0.2")
                .withSeed(3)
                .withEcho(false)
                .withCompat(true)
                .withHeap(50_000);
        assertEquals("secret", changed.accessPoints().get("home"));
        assertEquals(7, changed.chipId());
        assertEquals("127.0.0.2", changed.ip());
        assertEquals(50_000, changed.heap());
    }
}
