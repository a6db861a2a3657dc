package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;
import org.perilune.flash.chip.FaultPlan;
import org.perilune.flash.chip.NorChip;
import org.perilune.lfs.LfsBuilder;

/**
 * Cuts the power of a board at every flash operation of what it does, before, in the middle of and after it, boots it
 * again, and looks at what is left.
 */
class PowerCutBoardTest {
    private static final StandardBoards BOARDS = new StandardBoards();

    private static final String TARGET = "target";
    private static final byte[] OLD = text(5000, 1);
    private static final byte[] NEW = text(3000, 2);

    @AfterAll
    static void close() {
        BOARDS.close();
    }

    /** What may be left of the target, and of what is not a file. */
    private interface Verdict {
        /** @param target content of the file of that name, null when there is none */
        void on(byte[] target, CutBoard board) throws IOException;
    }

    /** Letters, so that it can be written in Lua. */
    private static byte[] text(int length, long seed) {
        Random random = new Random(seed);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) ('a' + random.nextInt(26));
        }
        return text;
    }

    /** An image whose module {@code m} says its name, and is as large as wanted. */
    private static byte[] image(String name, int filling) {
        String text =
                "local t = '" + new String(text(filling, 3), StandardCharsets.ISO_8859_1) + "' return '" + name + "'";
        return new LfsBuilder()
                .time(1_700_000_000)
                .add("@m.lua", text.getBytes(StandardCharsets.ISO_8859_1))
                .relocatable();
    }

    /** A chip with the image "old", some files, and gaps where others were. */
    private static NorChip prepare(int bystanders, Map<String, byte[]> files) throws IOException {
        NorChip flash = CutBoard.smallFlash();
        try (Chip chip = Chip.of(flash)) {
            chip.lfs().install(image("old", 6000));
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < bystanders; i++) {
                    assertTrue(chip.files().write("other" + i, text(100 + 431 * i, 10 * round + i)));
                }
            }
            files.forEach((name, content) -> assertTrue(chip.files().write(name, content)));
        }
        return flash;
    }

    private static NorChip prepare(String job) throws IOException {
        return prepare(6, Map.of(TARGET, OLD, "new", NEW, "job.lua", job.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Runs the line on copies of the chip with the power cut at every operation. */
    private static void cutEverywhere(String what, NorChip prepared, String line, Verdict verdict) throws IOException {
        cutEverywhere(what, prepared, line, 1, verdict);
    }

    /** @param halves how many ways there are for an operation to be half done */
    private static void cutEverywhere(String what, NorChip prepared, String line, int halves, Verdict verdict)
            throws IOException {
        Map<String, byte[]> others;
        try (CutBoard whole = new CutBoard(BOARDS, prepared)) {
            others = others(whole.files());
        }
        cutAnywhere(what, prepared, line, halves, (target, board) -> {
            Map<String, byte[]> left = others(board.files());
            assertEquals(others.keySet(), left.keySet());
            others.forEach((name, content) -> assertArrayEquals(content, left.get(name), name));
            verdict.on(target, board);
        });
    }

    /** All but the files that the lines change. */
    private static Map<String, byte[]> others(Map<String, byte[]> files) {
        Map<String, byte[]> others = new TreeMap<>(files);
        others.keySet().removeAll(Set.of(TARGET, "moved"));
        return others;
    }

    /** As before, for a line that may change any file. */
    private static void cutAnywhere(String what, NorChip prepared, String line, int halves, Verdict verdict)
            throws IOException {
        long operations;
        try (CutBoard whole = new CutBoard(BOARDS, prepared)) {
            whole.boot();
            assertFalse(whole.typeWith(FaultPlan.none(), line));
            operations = whole.flash().operations();
            assertTrue(operations > 0);
        }
        Set<String> images = new TreeSet<>();
        int points = 0;
        for (FaultPlan plan : plans(operations, halves)) {
            try (CutBoard board = new CutBoard(BOARDS, prepared)) {
                board.boot();
                assertTrue(board.typeWith(plan, line));
                board.boot();
                Map<String, byte[]> files = board.files();
                board.checkFiles(files);
                images.add(board.image());
                verdict.on(files.get(TARGET), board);
                points++;
            }
        }
        System.out.printf("power cut, board, %s: %d points; images then: %s%n", what, points, images);
    }

    private static List<FaultPlan> plans(long operations, int halves) {
        List<FaultPlan> plans = new ArrayList<>();
        for (long operation = 1; operation <= operations; operation++) {
            plans.add(FaultPlan.none().cutPower(operation, FaultPlan.Moment.BEFORE, 0));
            for (int half = 0; half < halves; half++) {
                plans.add(FaultPlan.none().cutPower(operation, FaultPlan.Moment.DURING, operation + 1000L * half));
            }
            plans.add(FaultPlan.none().cutPower(operation, FaultPlan.Moment.AFTER, 0));
        }
        return plans;
    }

    private static void assertOldImage(CutBoard board) {
        assertEquals("old", board.image());
    }

    private void reloading(String function, int filling) throws IOException {
        NorChip prepared = prepare(3, Map.of("lfs.img", image("new", filling)));
        Map<String, byte[]> whole = new HashMap<>();
        try (CutBoard board = new CutBoard(BOARDS, prepared)) {
            board.boot();
            whole.put("old", board.imageBytes());
            board.type(function + "'lfs.img'");
            whole.put("new", board.imageBytes());
            whole.put("nil", new byte[0]);
        }
        cutEverywhere(function + " of " + filling + " bytes", prepared, function + "'lfs.img'", 20, (target, board) -> {
            // Old, new or none, and each of its bytes.
            assertArrayEquals(whole.get(board.image()), board.imageBytes());
            // The next try succeeds, whatever the last one left.
            board.type(function + "'lfs.img'");
            assertEquals("new", board.image());
        });
    }

    @Test
    void reloadingASmallImage() throws IOException {
        reloading("node.LFS.reload", 100);
    }

    @Test
    void reloadingALargeImage() throws IOException {
        reloading("node.flashreload", 11_000);
    }

    @Test
    void writingANewFile() throws IOException {
        NorChip prepared = prepare(6, Map.of("new", NEW));
        cutEverywhere(
                "write",
                prepared,
                "s=file.getcontents'new' f=file.open('target','w') for i=1,#s,100 do f:write(s:sub(i,i+99)) end f:close()",
                (target, board) -> {
                    assertOldImage(board);
                    if (target != null) {
                        assertBegins(NEW, target);
                    }
                });
    }

    /** What was written so far; erased bytes may follow where the last page was not complete. */
    private static void assertBegins(byte[] wanted, byte[] content) {
        assertTrue(content.length <= wanted.length, () -> content.length + " bytes");
        int end = content.length;
        while (end > 0 && content[end - 1] == (byte) 0xff) {
            end--;
        }
        assertTrue(Arrays.equals(wanted, 0, end, content, 0, end), () -> "differs, " + content.length + " bytes");
    }

    @Test
    void replacingAFile() throws IOException {
        cutEverywhere("replace", prepare(""), "file.putcontents('target',file.getcontents'new')", (target, board) -> {
            assertOldImage(board);
            if (!Arrays.equals(OLD, target)) {
                assertBegins(NEW, target);
            }
        });
    }

    @Test
    void overwritingInPlace() throws IOException {
        byte[] both = OLD.clone();
        System.arraycopy(NEW, 0, both, 1000, NEW.length);
        cutEverywhere(
                "overwrite",
                prepare(""),
                "s=file.getcontents'new' f=file.open('target','r+') f:seek('set',1000) f:write(s) f:close()",
                (target, board) -> {
                    assertOldImage(board);
                    assertEquals(OLD.length, target.length);
                    for (int i = 0; i < target.length; i++) {
                        assertTrue(target[i] == OLD[i] || target[i] == both[i]);
                    }
                });
    }

    @Test
    void appending() throws IOException {
        byte[] both = Arrays.copyOf(OLD, OLD.length + NEW.length);
        System.arraycopy(NEW, 0, both, OLD.length, NEW.length);
        cutEverywhere(
                "append",
                prepare(""),
                "s=file.getcontents'new' f=file.open('target','a') for i=1,#s,500 do f:write(s:sub(i,i+499)) f:flush() end f:close()",
                (target, board) -> {
                    assertOldImage(board);
                    assertTrue(target.length >= OLD.length);
                    assertArrayEquals(Arrays.copyOf(both, target.length), target);
                });
    }

    @Test
    void renaming() throws IOException {
        cutEverywhere("rename", prepare(""), "file.rename('target','moved')", (target, board) -> {
            assertOldImage(board);
            byte[] moved = board.files().get("moved");
            assertTrue(target == null || moved == null);
            assertArrayEquals(OLD, target == null ? moved : target);
        });
    }

    @Test
    void removing() throws IOException {
        cutEverywhere("remove", prepare(""), "file.remove'target'", (target, board) -> {
            assertOldImage(board);
            assertTrue(target == null || Arrays.equals(OLD, target));
        });
    }

    @Test
    void collectingGarbage() throws IOException {
        NorChip prepared = prepare(
                "local s=file.getcontents'new' for i=1,6 do local f=file.open('target','r+') f:write(s) f:close()"
                        + " file.remove'moved' file.putcontents('moved',s) end");
        cutEverywhere("garbage collection", prepared, "dofile'job.lua'", (target, board) -> {
            assertOldImage(board);
            byte[] both = OLD.clone();
            System.arraycopy(NEW, 0, both, 0, NEW.length);
            assertEquals(OLD.length, target.length);
            for (int i = 0; i < target.length; i++) {
                assertTrue(target[i] == OLD[i] || target[i] == both[i]);
            }
        });
    }

    @Test
    void formatting() throws IOException {
        NorChip prepared = prepare("");
        Map<String, byte[]> before;
        try (CutBoard board = new CutBoard(BOARDS, prepared)) {
            before = board.files();
        }
        cutAnywhere("format", prepared, "file.format()", 5, (target, board) -> {
            assertOldImage(board);
            Map<String, byte[]> files = board.files();
            if (!files.isEmpty()) {
                assertEquals(before.keySet(), files.keySet());
                before.forEach((name, content) -> assertArrayEquals(content, files.get(name), name));
            }
            assertEquals("true", board.type("=file.putcontents('after','text')").trim());
        });
    }

    @Test
    void repartitioning() throws IOException {
        NorChip prepared = prepare("");
        String line = "node.setpartitiontable{spiffs_addr=0xa8000,spiffs_size=0x20000}";
        cutAnywhere("partition table", prepared, line, 200, (target, board) -> {
            assertOldImage(board);
            if (filesSize(board).equals("65536")) {
                assertArrayEquals(OLD, target);
            } else {
                assertEquals("131072", filesSize(board));
            }
            board.type(line);
            assertEquals("131072", filesSize(board));
        });
    }

    private static String filesSize(CutBoard board) {
        return board.type("=node.getpartitiontable().spiffs_size").trim();
    }

    @Test
    void keepingHowTheBoardStarts() throws IOException {
        NorChip prepared = prepare("");
        String line = "node.startupcommand'=x=1' node.startupcommand'=x=2' node.startup{frequency=160}";
        cutEverywhere("start-up", prepared, line, 100, (target, board) -> {
            assertOldImage(board);
            String x = board.type("=x").trim();
            assertTrue(Set.of("nil", "1", "2").contains(x), x);
            board.type(line + " node.restart()");
            assertEquals("2\t160", board.type("=x,node.getcpufreq()").trim());
        });
    }

    @Test
    void keepingTheRadiosSettings() throws IOException {
        NorChip prepared = prepare("");
        cutEverywhere(
                "radio",
                prepared,
                "wifi.setmode(1) wifi.sta.config{ssid='first',pwd='12345678'} wifi.sta.config{ssid='second',pwd='87654321'}",
                20,
                (target, board) -> {
                    assertOldImage(board);
                    String name = board.type("c=wifi.sta.getdefaultconfig(true) print(c.ssid,c.pwd)")
                            .trim();
                    assertTrue(
                            Set.of("nil", "first\t12345678", "second\t87654321").contains(name), name);
                });
    }
}
