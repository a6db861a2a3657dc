package org.perilune.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the classes of {@link BoardFixtures} and looks at their results. */
class BoardExtensionTest {
    private static final String PASSED = "passed";

    @TempDir
    private Path folder;

    private Path baseline;

    @BeforeEach
    void nameTheBaseline() {
        baseline = folder.resolve("heap.baseline");
    }

    /** Results by display name: {@link #PASSED} or a failure's message. The baseline is compared. */
    private Map<String, String> run(Class<?> fixture) {
        return run(request(fixture, "check").build());
    }

    private Map<String, String> runWriting(Class<?> fixture) {
        return run(request(fixture, "write").build());
    }

    /** The switch is given in any case: this test may itself run under it. */
    private LauncherDiscoveryRequestBuilder request(Class<?> fixture, String value) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(fixture))
                .configurationParameter(HeapBaseline.FILE_OPTION, baseline.toString())
                .configurationParameter(HeapBaseline.SWITCH, value);
    }

    private static Map<String, String> run(LauncherDiscoveryRequest request) {
        Map<String, String> results = new TreeMap<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    String message =
                            result.getThrowable().map(Throwable::getMessage).orElse(PASSED);
                    results.put(test.getDisplayName().replace("(TestBoard)", ""), message);
                }
            }
        });
        return results;
    }

    @Test
    void eachTestGetsAFreshBoardThatItSharesWithItsSetUp() {
        assertEquals(Map.of("first", PASSED, "second", PASSED), runWriting(BoardFixtures.Fresh.class));
    }

    @Test
    void aBoardIsFilledFromTheClassPath() {
        assertEquals(Map.of("files", PASSED, "fast", PASSED, "heap", PASSED), runWriting(BoardFixtures.Filled.class));
    }

    @Test
    void aFolderThatIsNotOnTheClassPathIsNamed() {
        String message = runWriting(BoardFixtures.Misspelt.class).get("misspelt");
        assertTrue(message.contains("Misspelt.misspelt: no 'boards/blimk' on the class path"), message);
    }

    @Test
    void anAnnotatedClassServesParameterizedTests() {
        assertEquals(Map.of("1", PASSED, "2", PASSED), runWriting(BoardFixtures.Parameterized.class));
    }

    @Test
    void aBudgetThatIsKeptPassesAndOneThatIsNotNamesTheFigures() {
        Map<String, String> results = runWriting(BoardFixtures.Budgets.class);
        assertEquals(PASSED, results.get("kept"));
        assertEquals("own failure", results.get("failsFirst"));
        String live = results.get("tooMuchLive");
        assertTrue(
                live.matches(".*Budgets\\.tooMuchLive exceeds its heap budget: live \\d+ of 10 bytes, peak \\d+ bytes"),
                live);
        String peak = results.get("tooHighPeak");
        assertTrue(
                peak.matches(".*Budgets\\.tooHighPeak exceeds its heap budget: live 0 bytes, peak \\d+ of 100 bytes"),
                peak);
    }

    @Test
    void withoutABaselineNothingIsCompared() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(BoardFixtures.Measured.class))
                .configurationParameter(HeapBaseline.SWITCH, "check")
                .build();
        assertEquals(Map.of("idle", PASSED, "table", PASSED), run(request));
    }

    @Test
    void aTestMissingInTheBaselineFailsWithItsLine() throws IOException {
        Files.writeString(baseline, "# empty\n");
        String message = run(BoardFixtures.Measured.class).get("idle");
        assertEquals(
                "heap.baseline has no line for this test, which would be\n" + BoardFixtures.Measured.class.getName()
                        + ".idle\t0\t0\n"
                        + "if that is meant, run the tests with -Dperilune.heap.baseline=write and review heap.baseline",
                message);
    }

    @Test
    void theSwitchWritesABaselineThatTheNextRunKeeps() throws IOException {
        assertEquals(PASSED, runWriting(BoardFixtures.Measured.class).get("idle"));
        List<String> lines = Files.readAllLines(baseline);
        assertEquals(BoardFixtures.Measured.class.getName() + ".idle\t0\t0", lines.get(1));
        assertTrue(lines.get(2).startsWith(BoardFixtures.Measured.class.getName() + ".table\t"), lines::toString);
        assertEquals(Map.of("idle", PASSED, "table", PASSED), run(BoardFixtures.Measured.class));
    }

    @Test
    void oneByteMoreOrLessFails() throws IOException {
        Files.writeString(baseline, BoardFixtures.Measured.class.getName() + ".idle\t1\t0\n");
        assertEquals(
                "heap of " + BoardFixtures.Measured.class.getName() + ".idle differs from heap.baseline: live 0 bytes"
                        + " instead of 1 (-1), peak 0 bytes as before; if that is meant, run the tests with"
                        + " -Dperilune.heap.baseline=write and review heap.baseline",
                run(BoardFixtures.Measured.class).get("idle"));
    }
}
