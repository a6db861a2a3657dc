package org.perilune.flash.spiffs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perilune.flash.chip.FaultPlan;
import org.perilune.flash.chip.FlashException;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.chip.PowerCutException;

/** Cuts the power at every flash operation of a change, before, during and after it, and looks at what is left. */
class PowerCutTest {
    private static final String TARGET = "target";
    private static final byte[] OLD = bytes(30_000, 1);
    private static final byte[] NEW = bytes(9_000, 2);

    /** A change to the file {@link #TARGET}, and what may be left of it. */
    private interface Change {
        void run(Spiffs spiffs) throws IOException;
    }

    private interface Verdict {
        /** @param content of the target, null when there is none */
        void on(byte[] content, Spiffs spiffs) throws IOException;
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** A used file system: files, gaps where others were, and the target. */
    private static byte[] prepare(int size, boolean target, int bystanders) throws IOException {
        NorChip chip = NorChip.inMemory(size);
        Spiffs spiffs = Spiffs.format(chip.whole());
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < bystanders; i++) {
                GoldenImage.put(spiffs, "other/" + i, bytes(120 + 331 * i, round * 100 + i));
            }
        }
        if (target) {
            GoldenImage.put(spiffs, TARGET, OLD);
        }
        spiffs.close();
        return chip.dump();
    }

    private static Map<String, byte[]> bystanders(Spiffs spiffs) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (SpiffsEntry entry : spiffs.list()) {
            if (entry.name().startsWith("other/")) {
                files.put(entry.name(), GoldenImage.content(spiffs, entry.name()));
            }
        }
        return files;
    }

    private static void cutEverywhere(String what, byte[] dump, Change change, Verdict verdict) throws IOException {
        NorChip whole = NorChip.ofDump(dump);
        Spiffs spiffs = Spiffs.mount(whole.whole());
        Map<String, byte[]> others = bystanders(spiffs);
        whole.inject(FaultPlan.none());
        change.run(spiffs);
        long operations = whole.operations();
        long collections = spiffs.info().collections();
        int points = 0;
        int repaired = 0;
        for (long operation = 1; operation <= operations; operation++) {
            for (FaultPlan.Moment moment : FaultPlan.Moment.values()) {
                NorChip chip = cut(dump, change, FaultPlan.none().cutPower(operation, moment, operation));
                repaired += examine(chip, others, verdict) ? 1 : 0;
                points++;
            }
        }
        System.out.printf(
                "power cut, %s: %d points, of which %d left something to repair; %d collections%n",
                what, points, repaired, collections);
    }

    private static NorChip cut(byte[] dump, Change change, FaultPlan plan) throws IOException {
        NorChip chip = NorChip.ofDump(dump);
        Spiffs spiffs = Spiffs.mount(chip.whole());
        chip.inject(plan);
        boolean cut = false;
        try {
            change.run(spiffs);
        } catch (PowerCutException e) {
            cut = true;
        }
        assertTrue(cut);
        chip.restorePower();
        return chip;
    }

    private static boolean examine(NorChip chip, Map<String, byte[]> others, Verdict verdict) throws IOException {
        Spiffs spiffs = Spiffs.mount(chip.whole());
        boolean repaired = !spiffs.check().isClean();
        assertTrue(spiffs.check().isClean());
        assertEquals(GoldenImage.pagesOf(spiffs), spiffs.info().usedPages(), "pages leak");
        Map<String, byte[]> left = bystanders(spiffs);
        assertEquals(others.keySet(), left.keySet());
        for (Map.Entry<String, byte[]> other : others.entrySet()) {
            assertArrayEquals(other.getValue(), left.get(other.getKey()), other.getKey());
        }
        verdict.on(spiffs.stat(TARGET) == null ? null : GoldenImage.content(spiffs, TARGET), spiffs);
        GoldenImage.put(spiffs, "after", NEW);
        assertArrayEquals(NEW, GoldenImage.content(Spiffs.mount(chip.whole()), "after"));
        return repaired;
    }

    /** The content is what was written so far; erased bytes may follow where the last page was not complete. */
    private static void assertBegins(byte[] wanted, byte[] content) {
        assertTrue(content.length <= wanted.length, () -> content.length + " bytes");
        int end = content.length;
        while (end > 0 && content[end - 1] == (byte) 0xff) {
            end--;
        }
        assertTrue(Arrays.equals(wanted, 0, end, content, 0, end), () -> "differs, " + content.length + " bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {128 << 10, 192 << 10})
    void writingANewFile(int size) throws IOException {
        cutEverywhere(
                "new file, " + (size >> 10) + " KiB",
                prepare(size, false, 12),
                spiffs -> GoldenImage.put(spiffs, TARGET, OLD),
                (content, spiffs) -> {
                    if (content != null) {
                        assertBegins(OLD, content);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {128 << 10, 192 << 10})
    void appending(int size) throws IOException {
        byte[] both = Arrays.copyOf(OLD, OLD.length + NEW.length);
        System.arraycopy(NEW, 0, both, OLD.length, NEW.length);
        cutEverywhere(
                "append, " + (size >> 10) + " KiB",
                prepare(size, true, 12),
                spiffs -> {
                    try (SpiffsFile file = spiffs.open(TARGET, OpenMode.APPEND)) {
                        for (int at = 0; at < NEW.length; at += 1000) {
                            file.write(NEW, at, 1000);
                            file.flush();
                        }
                    }
                },
                (content, spiffs) -> {
                    assertTrue(content.length >= OLD.length);
                    assertArrayEquals(Arrays.copyOf(both, content.length), content);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {128 << 10, 192 << 10})
    void overwritingInPlace(int size) throws IOException {
        int at = 20_100;
        byte[] both = OLD.clone();
        System.arraycopy(NEW, 0, both, at, NEW.length);
        cutEverywhere(
                "overwrite, " + (size >> 10) + " KiB",
                prepare(size, true, 12),
                spiffs -> {
                    try (SpiffsFile file = spiffs.open(TARGET, OpenMode.UPDATE)) {
                        file.seek(at, SpiffsFile.Whence.START);
                        file.write(NEW, 0, NEW.length);
                    }
                },
                (content, spiffs) -> {
                    assertEquals(OLD.length, content.length);
                    for (int page = 0; page < content.length; page += PageHeader.DATA) {
                        int end = Math.min(content.length, page + PageHeader.DATA);
                        assertTrue(Arrays.equals(OLD, page, end, content, page, end)
                                || Arrays.equals(both, page, end, content, page, end));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {128 << 10, 192 << 10})
    void truncating(int size) throws IOException {
        int kept = 27_777;
        cutEverywhere(
                "truncate, " + (size >> 10) + " KiB",
                prepare(size, true, 12),
                spiffs -> {
                    try (SpiffsFile file = spiffs.open(TARGET, OpenMode.UPDATE)) {
                        file.truncate(kept);
                        file.truncate(1234);
                    }
                },
                (content, spiffs) -> {
                    assertTrue(content.length == OLD.length || content.length == kept || content.length == 1234);
                    assertArrayEquals(Arrays.copyOf(OLD, content.length), content);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {128 << 10, 192 << 10})
    void renaming(int size) throws IOException {
        cutEverywhere(
                "rename, " + (size >> 10) + " KiB",
                prepare(size, true, 12),
                spiffs -> spiffs.rename(TARGET, "moved"),
                (content, spiffs) -> {
                    if (content == null) {
                        assertArrayEquals(OLD, GoldenImage.content(spiffs, "moved"));
                    } else {
                        assertArrayEquals(OLD, content);
                        assertNull(spiffs.stat("moved"));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {128 << 10, 192 << 10})
    void replacingAWhole(int size) throws IOException {
        cutEverywhere(
                "replace, " + (size >> 10) + " KiB",
                prepare(size, true, 12),
                spiffs -> spiffs.replace(TARGET, NEW),
                (content, spiffs) -> assertArrayEquals(content.length == OLD.length ? OLD : NEW, content));
    }

    @ParameterizedTest
    @ValueSource(ints = {128 << 10, 192 << 10})
    void removing(int size) throws IOException {
        cutEverywhere(
                "remove, " + (size >> 10) + " KiB",
                prepare(size, true, 12),
                spiffs -> spiffs.remove(TARGET),
                (content, spiffs) -> {
                    if (content != null) {
                        assertArrayEquals(OLD, content);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {96 << 10, 136 << 10})
    void collecting(int size) throws IOException {
        cutEverywhere(
                "collection, " + (size >> 10) + " KiB",
                prepare(size, true, 10),
                spiffs -> {
                    for (int i = 0; i < 8; i++) {
                        GoldenImage.put(spiffs, "scratch", NEW);
                        try (SpiffsFile file = spiffs.open(TARGET, OpenMode.UPDATE)) {
                            file.write(OLD, 0, 3000);
                        }
                    }
                },
                (content, spiffs) -> assertArrayEquals(OLD, content));
    }

    @ParameterizedTest
    @ValueSource(ints = {64 << 10, 160 << 10})
    void formatting(int size) throws IOException {
        byte[] dump = prepare(size, false, 8);
        NorChip whole = NorChip.ofDump(dump);
        Spiffs.mount(whole.whole()).format();
        long operations = whole.operations();
        int points = 0;
        int formatted = 0;
        for (long operation = 1; operation <= operations; operation++) {
            for (FaultPlan.Moment moment : FaultPlan.Moment.values()) {
                NorChip chip = cut(dump, Spiffs::format, FaultPlan.none().cutPower(operation, moment, operation));
                formatted += isUsable(chip) ? 1 : 0;
                points++;
            }
        }
        System.out.printf(
                "power cut, format, %d KiB: %d points, %d left a file system, the others ask for a format%n",
                size >> 10, points, formatted);
    }

    private static boolean isUsable(NorChip chip) throws IOException {
        boolean mounted = true;
        Spiffs spiffs;
        try {
            spiffs = Spiffs.mount(chip.whole());
            spiffs.check();
            assertEquals(GoldenImage.pagesOf(spiffs), spiffs.info().usedPages(), "pages leak");
        } catch (SpiffsException e) {
            mounted = false;
            spiffs = Spiffs.format(chip.whole());
        }
        GoldenImage.put(spiffs, "after", NEW);
        assertArrayEquals(NEW, GoldenImage.content(spiffs, "after"));
        return mounted;
    }

    @ParameterizedTest
    @ValueSource(ints = {64 << 10})
    void aSectorThatFailsHarmsNoOtherFile(int size) throws IOException {
        byte[] dump = prepare(size, false, 8);
        for (int sector = 0; sector < size / NorChip.SECTOR; sector++) {
            NorChip chip = NorChip.ofDump(dump);
            Spiffs spiffs = Spiffs.mount(chip.whole());
            Map<String, byte[]> others = bystanders(spiffs);
            chip.inject(FaultPlan.none().failSector(sector));
            try {
                for (int i = 0; i < 20; i++) {
                    GoldenImage.put(spiffs, TARGET, NEW);
                }
            } catch (FlashException e) {
                assertEquals(sector, e.address() / NorChip.SECTOR);
            }
            chip.inject(FaultPlan.none());
            spiffs.check();
            Map<String, byte[]> left = bystanders(spiffs);
            for (Map.Entry<String, byte[]> other : others.entrySet()) {
                assertArrayEquals(other.getValue(), left.get(other.getKey()), other.getKey());
            }
        }
    }
}
