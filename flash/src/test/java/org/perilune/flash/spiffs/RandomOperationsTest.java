package org.perilune.flash.spiffs;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two million operations by default; {@code -Dperilune.flash.operations=N} asks for another number. */
class RandomOperationsTest {
    private static final int OPERATIONS = Integer.getInteger("perilune.flash.operations", 2_000_000);

    @ParameterizedTest
    @CsvSource({"65536, 1", "131072, 2", "262144, 3", "1048576, 4"})
    void agreesWithASimpleModel(int size, long seed) throws IOException {
        ModelRun run = new ModelRun(size, seed);
        long start = System.nanoTime();
        run.run(OPERATIONS / 4);
        System.out.printf(
                "SPIFFS of %d KiB: %d random operations agree in %.1f s; %d refused for space, %d collections, %s%n",
                size / 1024,
                OPERATIONS / 4,
                (System.nanoTime() - start) / 1e9,
                run.refused(),
                run.spiffs().info().collections(),
                run.chip().counters());
    }
}
