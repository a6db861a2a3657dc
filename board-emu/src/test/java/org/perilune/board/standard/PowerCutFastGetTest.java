package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;
import org.perilune.flash.chip.FaultPlan;
import org.perilune.flash.chip.NorChip;

/** Cuts the power at every flash operation of an update by {@code fast.get}; the next call finds one version whole. */
class PowerCutFastGetTest {
    private static final StandardBoards BOARDS = new StandardBoards();

    private static final String UPDATE = "fast.get('app','two/')";
    /** Goes on with what was begun, and then finds no source. */
    private static final String RECOVER = "fast.get('app','none/')";

    private static final Map<String, String> ONE = version("1", Map.of("a", "old a", "b", "old b"));
    private static final Map<String, String> TWO = version("2", Map.of("a", "new a", "b", "new b", "c", "new c"));

    @AfterAll
    static void close() {
        BOARDS.close();
    }

    /** A version's files, with its manifest. */
    private static Map<String, String> version(String number, Map<String, String> contents) {
        Map<String, String> files = new TreeMap<>(contents);
        StringBuilder manifest = new StringBuilder("module app " + number + "\n");
        files.forEach((name, content) -> manifest.append(content.length() + " " + hash(content) + " " + name + "\n"));
        files.put("app.mf", manifest + "end\n");
        return files;
    }

    private static String hash(String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A chip on which the first version is installed, and the second one lies ready. */
    private static NorChip prepare() throws IOException {
        NorChip flash = CutBoard.smallFlash();
        try (Chip chip = Chip.of(flash)) {
            write(chip, "", ONE);
            write(chip, "two/", TWO);
        }
        return flash;
    }

    private static void write(Chip chip, String folder, Map<String, String> files) {
        files.forEach((name, content) ->
                assertTrue(chip.files().write(folder + name, content.getBytes(StandardCharsets.ISO_8859_1))));
    }

    /** What stands where the module's files are. */
    private static Map<String, String> installed(CutBoard board) {
        Map<String, String> files = new TreeMap<>();
        board.files().forEach((name, content) -> {
            if (TWO.containsKey(name)) {
                files.put(name, new String(content, StandardCharsets.ISO_8859_1));
            }
        });
        return files;
    }

    @Test
    void anUpdateThatIsCutAnywhereIsUndoneOrFinishedByTheNextCall() throws IOException {
        NorChip prepared = prepare();
        long operations;
        try (CutBoard board = new CutBoard(BOARDS, prepared)) {
            board.boot();
            assertFalse(board.typeWith(FaultPlan.none(), UPDATE));
            assertEquals(TWO, installed(board));
            operations = board.flash().operations();
        }
        int finished = 0;
        for (long operation = 1; operation <= operations; operation++) {
            for (FaultPlan.Moment moment : FaultPlan.Moment.values()) {
                finished += cut(prepared, operation, moment) ? 1 : 0;
            }
        }
        System.out.printf("power cut, fast.get: %d operations, %d points finished%n", operations, finished);
        assertTrue(finished > 0);
    }

    /** Whether the second version stands afterwards. */
    private static boolean cut(NorChip prepared, long operation, FaultPlan.Moment moment) throws IOException {
        String where = moment + " operation " + operation;
        try (CutBoard board = new CutBoard(BOARDS, prepared)) {
            board.boot();
            assertTrue(board.typeWith(FaultPlan.none().cutPower(operation, moment, operation), UPDATE), where);
            board.boot();
            assertEquals("app: app.mf: not in none/\n", board.type(RECOVER), where);
            Map<String, String> left = installed(board);
            assertTrue(left.equals(ONE) || left.equals(TWO), () -> where + " leaves " + left);
            board.type(UPDATE);
            assertEquals(TWO, installed(board), where);
            assertTrue(board.files().keySet().stream().noneMatch(name -> name.endsWith(".now")), where);
            return left.equals(TWO);
        }
    }
}
