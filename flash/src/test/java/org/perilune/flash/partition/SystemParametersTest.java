package org.perilune.flash.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.perilune.flash.chip.FaultPlan;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.chip.PowerCutException;

class SystemParametersTest {
    private static final int SIZE = 64 << 10;

    private final NorChip chip = NorChip.inMemory(SIZE);
    private final SystemParameters parameters = new SystemParameters(chip);

    private static byte[] body(int seed) {
        byte[] body = new byte[seed * 37 % 900];
        new Random(seed).nextBytes(body);
        return body;
    }

    @Test
    void theLastBodyWrittenCounts() throws IOException {
        assertNull(parameters.read());
        for (int i = 0; i < 50; i++) {
            parameters.write(body(i));
            assertArrayEquals(body(i), new SystemParameters(chip).read());
        }
        assertEquals(50, chip.wear(SIZE / NorChip.SECTOR - 3) + chip.wear(SIZE / NorChip.SECTOR - 2));
        assertEquals(0, chip.wear(SIZE / NorChip.SECTOR - 1));
    }

    @Test
    void whatStandsThereIsNotWrittenAgain() throws IOException {
        parameters.write(body(3));
        long erases = chip.counters().erases();
        parameters.write(body(3));
        assertEquals(erases, chip.counters().erases());
        assertThrows(IllegalArgumentException.class, () -> parameters.write(new byte[SystemParameters.MOST_BYTES + 1]));
    }

    @Test
    void aLossOfPowerLeavesTheBodyBeforeOrTheNewOne() throws IOException {
        parameters.write(body(11));
        parameters.write(body(12));
        int points = 0;
        for (int operation = 1; operation <= 3; operation++) {
            for (FaultPlan.Moment moment : FaultPlan.Moment.values()) {
                for (int seed = 0; seed < 300; seed++) {
                    NorChip copy = chip.copy();
                    SystemParameters cut = new SystemParameters(copy);
                    copy.inject(FaultPlan.none().cutPower(operation, moment, seed));
                    assertThrows(PowerCutException.class, () -> cut.write(body(13)));
                    copy.restorePower();
                    byte[] left = cut.read();
                    assertTrue(Arrays.equals(body(12), left) || Arrays.equals(body(13), left));
                    cut.write(body(14));
                    assertArrayEquals(body(14), cut.read());
                    points++;
                }
            }
        }
        System.out.println("power cut, system parameters: " + points + " points");
    }

    @Test
    void flippedBitsLeaveTheBodyBefore() throws IOException {
        parameters.write(body(11));
        parameters.write(body(12));
        int newest = SIZE - 3 * NorChip.SECTOR;
        chip.flipBits(newest + 20, 4);
        byte[] left = parameters.read();
        assertArrayEquals(body(11), left);
    }
}
