package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.perilune.board.Board;
import org.perilune.board.BoardConfig;
import org.perilune.board.Chip;
import org.perilune.board.UartSink;
import org.perilune.board.VirtualClock;
import org.perilune.board.storage.FileStore;
import org.perilune.flash.chip.FaultPlan;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.partition.PartitionChange;
import org.perilune.flash.partition.PartitionTable;
import org.perilune.flash.spiffs.Spiffs;

/** A small board whose flash chip loses its power, and what is left when it boots again. */
final class CutBoard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int FLASH = 1 << 20;
    private static final long LFS_SIZE = 0x4000;
    private static final long FILES_AT = 0xa8000;
    private static final long FILES_SIZE = 0x10000;

    private final NorChip flash;
    private final Chip chip;
    private final Board board;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    /** A new chip, divided for a small LFS and few files, so that it is quickly copied. */
    static NorChip smallFlash() throws IOException {
        NorChip flash = NorChip.inMemory(FLASH);
        PartitionTable.standard(FLASH, LFS_SIZE, 0)
                .change(new PartitionChange(null, null, FILES_AT, FILES_SIZE), FLASH)
                .write(flash);
        return flash;
    }

    /** @param flash content to start with; the board gets a copy */
    CutBoard(StandardBoards boards, NorChip flash) throws IOException {
        this.flash = flash.copy();
        chip = Chip.of(this.flash);
        BoardConfig config = BoardConfig.standard(new VirtualClock()).withEcho(false);
        board = boards.create(config, chip, UartSink.withoutCarriageReturns(received::writeBytes));
    }

    Chip chip() {
        return chip;
    }

    NorChip flash() {
        return flash;
    }

    /** Switches the board on, and sees it reach its prompt; what it printed up to there. */
    String boot() {
        board.powerOn();
        board.runUntilIdle(PATIENCE);
        String text = take();
        assertTrue(text.endsWith("> "), text);
        return text;
    }

    /** What a line prints. */
    String type(String line) {
        board.type(line);
        board.runUntilIdle(PATIENCE);
        return take().replaceFirst("> $", "");
    }

    private String take() {
        String text = received.toString(StandardCharsets.ISO_8859_1);
        received.reset();
        return text;
    }

    /** Types a line with such faults of the flash; whether they cut the power, so that the board is off now. */
    boolean typeWith(FaultPlan faults, String line) {
        flash.inject(faults);
        type(line);
        boolean off = !flash.isPowered();
        if (off) {
            assertNull(board.cycle());
            assertTrue(board.isIdle());
        }
        return off;
    }

    /** All files by name. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (FileStore.Entry file : chip.files().list()) {
            files.put(file.name(), chip.files().read(file.name()));
        }
        return files;
    }

    /** What the module {@code m} in LFS says, nil when there is none. */
    String image() {
        return type("m=node.LFS.get'm' print(m and m())").trim();
    }

    /** The bytes of the image that the board has found, none when there is none. */
    byte[] imageBytes() throws IOException {
        byte[] bytes = new byte[chip.lfs().used()];
        flash.read(chip.lfs().flashAddress(), bytes, 0, bytes.length);
        return bytes;
    }

    /** Checks a copy of the file system: once it is put right nothing is left over, and the files are what they were. */
    void checkFiles(Map<String, byte[]> files) throws IOException {
        NorChip copy = flash.copy();
        try (Spiffs spiffs = Spiffs.mount(PartitionTable.read(copy).region(copy, PartitionTable.SPIFFS))) {
            spiffs.check();
            assertTrue(spiffs.check().isClean());
            assertEquals(0, spiffs.check().freedPages());
        }
        Chip checked = Chip.of(copy);
        assertEquals(files.size(), checked.files().list().size());
        files.forEach(
                (name, content) -> assertArrayEquals(content, checked.files().read(name), name));
    }

    @Override
    public void close() {
        board.close();
    }
}
