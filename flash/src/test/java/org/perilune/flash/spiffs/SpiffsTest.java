package org.perilune.flash.spiffs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.perilune.flash.chip.NorChip;

class SpiffsTest {
    private final NorChip chip = NorChip.inMemory(256 << 10);

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void fourFilesAreOpenAtMostForTheBoard() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        List<SpiffsFile> files = new ArrayList<>();
        for (int i = 0; i < Spiffs.MAX_OPEN; i++) {
            files.add(spiffs.open("f" + i, OpenMode.WRITE));
        }
        assertThrows(FileSystemException.class, () -> spiffs.open("f4", OpenMode.WRITE));
        spiffs.openForHost("f4", OpenMode.WRITE).close();
        spiffs.remove("f0");
        spiffs.open("f4", OpenMode.READ).close();
        assertFalse(files.get(0).isOpen());
        assertThrows(NoSuchFileException.class, () -> files.get(0).write(new byte[1], 0, 1));
    }

    @Test
    void namesHaveUpTo31Bytes() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        String longest = "/" + "\u00ff".repeat(30);
        GoldenImage.put(spiffs, longest, bytes(5));
        assertEquals(longest, Spiffs.mount(chip.whole()).list().get(0).name());
        for (String bad : List.of("x".repeat(32), "", "a\0b", "\u4e2d")) {
            assertThrows(FileSystemException.class, () -> spiffs.open(bad, OpenMode.WRITE));
        }
        assertThrows(NoSuchFileException.class, () -> spiffs.open("none", OpenMode.READ));
        assertThrows(FileAlreadyExistsException.class, () -> spiffs.rename(longest, longest));
    }

    @Test
    void aFileIsReplacedAsAWholeOrNotAtAll() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        spiffs.replace("f", bytes(1000));
        assertArrayEquals(bytes(1000), GoldenImage.content(spiffs, "f"));
        SpiffsFile old = spiffs.open("f", OpenMode.UPDATE);
        old.write(new byte[9], 0, 9);
        spiffs.replace("f", bytes(100_000));
        assertFalse(old.isOpen());
        assertArrayEquals(bytes(100_000), GoldenImage.content(spiffs, "f"));
        int used = spiffs.info().usedPages();
        assertThrows(NoSpaceException.class, () -> spiffs.replace("f", bytes(200_000)));
        assertThrows(NoSpaceException.class, () -> spiffs.replace("g", bytes(200_000)));
        assertEquals(used, spiffs.info().usedPages());
        assertArrayEquals(bytes(100_000), GoldenImage.content(Spiffs.mount(chip.whole()), "f"));
        spiffs.replace("f", new byte[0]);
        assertEquals(1, spiffs.list().size());
        assertTrue(spiffs.check().isClean());
    }

    @Test
    void aFullDiskIsFoundFullAtOnceUntilSomethingChanges() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        GoldenImage.put(spiffs, "small", bytes(20_000));
        try (SpiffsFile file = spiffs.openForHost("fill", OpenMode.WRITE)) {
            assertThrows(NoSpaceException.class, () -> {
                while (true) {
                    file.write(bytes(1024), 0, 1024);
                }
            });
            long operations = chip.operations();
            assertThrows(NoSpaceException.class, () -> file.write(bytes(1024), 0, 1024));
            assertEquals(operations, chip.operations(), "the chip is neither worn nor searched in vain");
            spiffs.remove("small");
            file.write(bytes(1024), 0, 1024);
        }
        assertTrue(spiffs.check().isClean());
    }

    @Test
    void aFileTakesTheNameOfAnother() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        GoldenImage.put(spiffs, "old", bytes(3000));
        GoldenImage.put(spiffs, "new", bytes(2000));
        spiffs.renameOver("new", "old");
        assertEquals(1, spiffs.list().size());
        assertArrayEquals(bytes(2000), GoldenImage.content(Spiffs.mount(chip.whole()), "old"));
        assertTrue(spiffs.check().isClean());
    }

    @Test
    void aSizeIsWhatIsStored() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        try (SpiffsFile file = spiffs.open("f", OpenMode.of("w+"))) {
            file.write(bytes(100), 0, 100);
            assertEquals(0, spiffs.stat("f").size());
            assertEquals(0, file.read(new byte[9], 0, 9), "a read does not store it either while there is nothing");
            assertEquals(0, spiffs.list().get(0).size());
            assertEquals(100, file.position());
            assertEquals(100, spiffs.stat("f").size(), "to be asked for its place stores it");
            file.write(bytes(100), 0, 100);
            file.seek(0, SpiffsFile.Whence.START);
            assertEquals(200, spiffs.stat("f").size(), "and so does moving");
        }
    }

    @Test
    void appendingCountsThePlaceFromWhatIsStored() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        GoldenImage.put(spiffs, "f", bytes(11));
        try (SpiffsFile file = spiffs.open("f", OpenMode.of("a+"))) {
            assertEquals(0, file.position());
            file.write(new byte[0], 0, 0);
            assertEquals(11, file.position(), "nothing written is enough to get to the end");
            file.write(bytes(100), 0, 100);
            file.write(bytes(50), 0, 50);
            assertEquals(61, file.position(), "what waits is not counted");
            file.write(bytes(50), 0, 50);
            assertEquals(211, file.position());
        }
        assertEquals(211, spiffs.stat("f").size());
    }

    @Test
    void theBoardNeedsAHandleToChangeAFile() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        for (int i = 0; i < Spiffs.MAX_OPEN; i++) {
            spiffs.requireHandle("f" + i);
            spiffs.open("f" + i, OpenMode.WRITE);
        }
        assertThrows(FileSystemException.class, () -> spiffs.requireHandle("f4"));
    }

    @Test
    void seekingIsAsOnTheDevice() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        GoldenImage.put(spiffs, "f", bytes(1000));
        try (SpiffsFile file = spiffs.open("f", OpenMode.of("r+"))) {
            assertEquals(900, file.seek(-100, SpiffsFile.Whence.END));
            assertEquals(950, file.seek(50, SpiffsFile.Whence.CURRENT));
            assertEquals(-1, file.seek(-1, SpiffsFile.Whence.START));
            assertEquals(950, file.position());
            assertEquals(-1, file.seek(1001, SpiffsFile.Whence.START));
            assertEquals(1000, file.position());
        }
    }

    @Test
    void whatWaitsIsSeenByAllWhoHaveTheFile() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        GoldenImage.put(spiffs, "f", bytes(5));
        try (SpiffsFile writer = spiffs.open("f", OpenMode.APPEND);
                SpiffsFile reader = spiffs.open("f", OpenMode.READ)) {
            writer.write(bytes(10), 0, 10);
            assertEquals(15, reader.size());
            byte[] read = new byte[20];
            assertEquals(15, reader.read(read, 0, 20));
        }
    }

    @Test
    void shortWritesCostNoPageEach() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        long before = chip.counters().programs();
        try (SpiffsFile file = spiffs.open("f", OpenMode.WRITE)) {
            for (int i = 0; i < 250; i++) {
                file.write(bytes(1), 0, 1);
            }
        }
        assertTrue(chip.counters().programs() - before < 12);
    }

    @Test
    void wearIsSpread() throws IOException {
        Spiffs spiffs = Spiffs.format(chip.whole());
        GoldenImage.put(spiffs, "constant", bytes(100_000));
        for (int i = 0; i < 3000; i++) {
            GoldenImage.put(spiffs, "busy", bytes(2000));
        }
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int sector = 0; sector < 64; sector++) {
            least = Math.min(least, chip.wear(sector));
            most = Math.max(most, chip.wear(sector));
        }
        String wear = "worn " + least + " to " + most + " times";
        assertTrue(least * 4 >= most, wear);
    }

    @Test
    void bothBlockSizesAreFound() throws IOException {
        for (SpiffsGeometry geometry :
                List.of(new SpiffsGeometry(4096, 8), new SpiffsGeometry(8192, 4), new SpiffsGeometry(8192, 32))) {
            GoldenImage.put(Spiffs.format(chip.whole(), geometry), "f", bytes(300));
            Spiffs spiffs = Spiffs.mount(chip.whole());
            assertEquals(geometry, spiffs.geometry());
            assertArrayEquals(bytes(300), GoldenImage.content(spiffs, "f"));
            spiffs.format();
            assertEquals(List.of(), spiffs.list());
        }
    }

    @Test
    void anUnformattedChipSaysWhatToDo() {
        SpiffsException e = assertThrows(SpiffsException.class, () -> Spiffs.mount(chip.whole()));
        assertTrue(e.remedy().contains("format"), e.getMessage());
    }

    @Test
    void theFirmwaresOwnImageOfSmallBlocksIsRead() throws IOException {
        Spiffs spiffs = Spiffs.mount(GoldenImage.chip("tool-64k").whole());
        assertEquals(4096, spiffs.geometry().blockSize());
        assertEquals(GoldenImage.lines("tool-64k.list"), GoldenImage.listing(spiffs));
        assertTrue(spiffs.check().isClean());
    }

    @Test
    void aMutatedImageNeverHurtsTheHost() throws IOException {
        byte[] image = GoldenImage.chip("open-256k").dump();
        Random random = new Random(11);
        int[] outcome = new int[2];
        for (int round = 0; round < 1500; round++) {
            byte[] mutant = image.clone();
            int hits = 1 << random.nextInt(10);
            for (int i = 0; i < hits; i++) {
                // Every other hit goes where lookups and headers are.
                int at = random.nextInt(mutant.length);
                at = i % 2 == 0 ? at : at & ~0xff | random.nextInt(50);
                mutant[at] ^= (byte) (1 << random.nextInt(8));
            }
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> outcome[use(mutant) ? 0 : 1]++);
        }
        System.out.printf(
                "mutated images: %d used and checked, %d refused with a SpiffsException%n", outcome[0], outcome[1]);
    }

    /** Does everything with an image; true if it could be mounted. */
    private static boolean use(byte[] image) throws IOException {
        NorChip mutant = NorChip.ofDump(image);
        Spiffs spiffs;
        try {
            spiffs = Spiffs.mount(mutant.whole());
        } catch (SpiffsException e) {
            return false;
        }
        for (SpiffsEntry entry : spiffs.list()) {
            try {
                GoldenImage.content(spiffs, entry.name());
            } catch (SpiffsException | NoSuchFileException e) {
                // Lost, and said so.
            }
        }
        GoldenImage.put(spiffs, "new", bytes(5000));
        spiffs.check();
        assertTrue(spiffs.check().isClean());
        assertEquals(GoldenImage.pagesOf(spiffs), spiffs.info().usedPages());
        for (SpiffsEntry entry : spiffs.list()) {
            GoldenImage.content(spiffs, entry.name());
        }
        assertArrayEquals(bytes(5000), GoldenImage.content(spiffs, "new"));
        return true;
    }
}
