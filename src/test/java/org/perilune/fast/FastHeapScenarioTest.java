package org.perilune.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.perilune.fastload.FastBundle;
import org.perilune.testkit.scenario.Scenario;

/** The heap figures of the fast modules as a scenario asserts them. */
class FastHeapScenarioTest {
    @Test
    void theScenarioPassesAndKnowsEveryPiece() throws IOException, URISyntaxException {
        Path file = Path.of(FastHeapScenarioTest.class
                .getResource("/scenarios/fast-heap.lua")
                .toURI());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Scenario.run(file, Files.readAllBytes(file), new PrintStream(out, false, StandardCharsets.UTF_8));
        assertEquals(FastBundle.bundled().pieces().size() + " pieces measured\n", out.toString(StandardCharsets.UTF_8));
    }
}
