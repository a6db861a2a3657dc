package org.perilune.flash.partition;

import java.io.IOException;
import java.util.Arrays;
import org.perilune.flash.chip.NorChip;

/**
 * The sector with the radio's initial data. Of it a board here has two bytes: the first says that there is any, and
 * number 107 what the analogue input measures, 0 for the pin and 255 for the supply.
 */
public final class PhyData {
    private static final int ADDRESS = 0xf000;
    private static final int LENGTH = 128;
    private static final byte PRESENT = 5;
    private static final int INPUT = 107;
    private static final byte SUPPLY = (byte) 0xff;

    private final NorChip chip;

    public PhyData(NorChip chip) {
        this.chip = chip;
    }

    /** Whether the analogue input measures the supply. */
    public boolean measuresSupply() throws IOException {
        byte[] data = new byte[LENGTH];
        chip.read(ADDRESS, data, 0, LENGTH);
        return data[0] == PRESENT && data[INPUT] == SUPPLY;
    }

    /** Chooses what the analogue input measures. */
    public void measureSupply(boolean supply) throws IOException {
        if (measuresSupply() == supply) {
            return;
        }
        if (supply) {
            byte[] data = new byte[LENGTH];
            Arrays.fill(data, SUPPLY);
            data[0] = PRESENT;
            chip.eraseSector(ADDRESS);
            chip.program(ADDRESS, data, 0, LENGTH);
        } else {
            chip.program(ADDRESS + INPUT, new byte[1], 0, 1);
        }
    }
}
