package org.perilune.flash.chip;

import java.util.Random;

/** Which bits an operation has changed that the power was cut in: few when it had just begun, most when it was near its end. */
final class HalfDone {
    private static final int BYTE = 256;
    /** Of so many bytes one is unlike the others, when the operation had just begun or was nearly done. */
    private static final int RARE = 200;

    private enum Stage {
        BEGUN,
        HALFWAY,
        NEARLY_DONE
    }

    private final Random chance;
    private final Stage stage;

    HalfDone(long seed) {
        chance = new Random(seed);
        stage = Stage.values()[chance.nextInt(Stage.values().length)];
    }

    /** Bits of the next byte that have changed, where they were to change. */
    int changed() {
        int some = chance.nextInt(BYTE);
        boolean usual = chance.nextInt(RARE) != 0;
        return switch (stage) {
            case BEGUN -> usual ? 0 : some;
            case HALFWAY -> some;
            case NEARLY_DONE -> usual ? BYTE - 1 : some;
        };
    }
}
