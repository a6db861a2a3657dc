package org.perilune.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.perilune.board.standard.StandardBoards;

/**
 * Hostile programs, one a file, each run on a board of its own. The first line says how it has to end: {@code error TEXT}
 * (a Lua error at the prompt), {@code reset} (by the watchdog) or {@code prints TEXT}. The board must be usable
 * afterwards, and so must another board that was switched on before all attacks.
 */
class AttackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EXPECTATION = "-- expect: ";
    private static final int LEAST_ATTACKS = 40;

    private static StandardBoards boards;
    private static AttackedBoard bystander;

    @BeforeAll
    static void switchOn() {
        boards = new StandardBoards();
        bystander = new AttackedBoard(boards);
        assertEquals("0\n", bystander.type("n = 0 print(n)"));
    }

    @AfterAll
    static void switchOff() {
        assertEquals("true\n", bystander.type("print(n >= 0)"));
        bystander.close();
        boards.close();
    }

    @Test
    void thereAreManyAttacks() throws IOException {
        assertTrue(files().size() >= LEAST_ATTACKS);
    }

    @TestFactory
    Stream<DynamicTest> attacks() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> assertTimeoutPreemptively(PATIENCE, () -> attack(file))));
    }

    private static List<Path> files() throws IOException {
        URI folder = URI.create(
                AttackTest.class.getResource("/attacks/while_true.lua").toString());
        try (Stream<Path> files = Files.list(Path.of(folder).getParent())) {
            return files.sorted().toList();
        }
    }

    private static void attack(Path file) throws IOException {
        String source = Files.readString(file, StandardCharsets.ISO_8859_1);
        String expectation =
                source.substring(EXPECTATION.length(), source.indexOf('\n')).strip();
        try (AttackedBoard board = new AttackedBoard(boards)) {
            String text = board.run(source);
            boolean wasReset = text.contains("wdt reset");
            int space = expectation.indexOf(' ');
            switch (space < 0 ? expectation : expectation.substring(0, space)) {
                case "reset" -> assertTrue(wasReset, text);
                case "error" -> {
                    assertFalse(wasReset, text);
                    assertTrue(text.contains("Lua error:"), text);
                    assertTrue(
                            text.contains(
                                    expectation.substring("error".length()).strip()),
                            text);
                }
                case "prints" -> {
                    assertFalse(wasReset, text);
                    assertTrue(
                            text.contains(
                                    expectation.substring("prints".length()).strip()),
                            text);
                }
                default -> throw new IllegalArgumentException(expectation);
            }
            // What the program redefined or kept is its own affair; after a restart all is as new.
            board.restart();
            assertEquals("2\n", board.type("print(1 + 1)"));
        }
        String before = bystander.type("print(n)").strip();
        String after = bystander.type("n = n + 1 print(n)").strip();
        assertEquals(Integer.parseInt(before) + 1, Integer.parseInt(after));
    }
}
