package org.perilune.board.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perilune.board.Chip;
import org.perilune.flash.chip.NorChip;
import org.perilune.lfs.LfsBuilder;
import org.perilune.lfs.LfsFormatException;

/**
 * Damages images in thousands of ways, their checksums right again, and lets boards run what they take: whatever the
 * modules do then, the board comes back to its prompt.
 */
class HostileImageTest {
    private static final int WORD = 4;
    private static final int ROUNDS = 2500;

    /** Modules with a bit of everything that instructions do. */
    private static final String[] MODULES = {
        "local a, b = ... local t = {1, 2, 3, x = 'y', [a or 1] = b} for i, v in ipairs(t) do t[i] = v + i end return #t",
        "local function f(n) if n < 2 then return n end return f(n - 1) + f(n - 2) end return f(8)",
        "local s = '' for i = 1, 10 do s = s .. i .. ',' end return s:upper():rep(3), s:find('5')",
        "local c = coroutine.wrap(function(...) for i = 1, select('#', ...) do coroutine.yield(i) end end) return c(1, 2)",
        "local u = 0 local function add(d) u = u + d return function() u = u * 2 return u end end return add(3)(), u",
        "local ok, e = pcall(function() error({code = 1}) end) while ok do ok = false end return e.code, not ok, -u",
        "local m = setmetatable({}, {__index = function(t, k) return k .. k end}) return m.ab, m[1] == nil, 2 ^ 10 % 7"
    };

    /** Runs every module that the image still has. */
    private static final String RUN_ALL =
            "for _,n in ipairs(node.LFS.list() or {}) do local f=node.LFS.get(n)" + " if f then pcall(f,1,2) end end";

    private final StandardBoards boards = new StandardBoards();
    private final Random random = new Random(5);
    private int refused;
    private int ran;

    @AfterEach
    void close() {
        boards.close();
    }

    private static LfsBuilder builder() {
        LfsBuilder builder = new LfsBuilder().time(1_700_000_000);
        for (int i = 0; i < MODULES.length; i++) {
            builder.add("@m" + i + ".lua", MODULES[i].getBytes(StandardCharsets.ISO_8859_1));
        }
        return builder;
    }

    private byte[] damaged(byte[] original) {
        byte[] image = original.clone();
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(image.length);
            int word = at / WORD * WORD;
            switch (random.nextInt(6)) {
                case 0 -> image[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> image[at] = (byte) random.nextInt(256);
                // One word in the place of another, so that addresses stay addresses and instructions instructions.
                case 2 -> copyWord(image, random.nextInt(image.length) / WORD * WORD, word);
                case 3 -> copyWord(image, Math.max(0, word - WORD * (1 + random.nextInt(8))), word);
                case 4 -> image[word] ^= (byte) (1 << random.nextInt(6));
                default -> image[at]++;
            }
        }
        return random.nextInt(50) == 0 ? Arrays.copyOf(image, random.nextInt(image.length)) : image;
    }

    private static void copyWord(byte[] image, int from, int to) {
        if (Math.max(from, to) + WORD <= image.length) {
            System.arraycopy(image, from, image, to, WORD);
        }
    }

    private void run(NorChip flash) throws IOException {
        try (CutBoard board = new CutBoard(boards, flash)) {
            String text = board.boot();
            if (text.contains("LFS image not used: ")
                    || text.contains("check failed")
                    || text.contains("not correct")) {
                refused++;
                return;
            }
            ran++;
            String after = board.type(RUN_ALL);
            // A module may have changed or lost anything, even what the prompt stands on; a restart puts that right.
            assertTrue(after.lines().count() < 100, after);
            board.type("node.restart()");
            assertEquals("2\n", board.type("=1+1"));
        }
    }

    @Test
    void imagesFromFilesAreRefusedOrRun() throws IOException {
        byte[] file = builder().relocatable();
        byte[] image = new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
        NorChip empty = CutBoard.smallFlash();
        Chip.of(empty);
        for (int round = 0; round < ROUNDS; round++) {
            NorChip flash = empty.copy();
            try {
                Chip.of(flash).lfs().install(zipped(damaged(image)));
            } catch (LfsFormatException e) {
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
                refused++;
                continue;
            }
            run(flash);
        }
        report("compressed");
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void imagesThatLieInFlashAreRefusedOrRun() throws IOException {
        NorChip empty = CutBoard.smallFlash();
        Chip chip = Chip.of(empty);
        int address = chip.lfs().flashAddress();
        byte[] image = builder().absolute(chip.lfs().mappedAddress());
        for (int round = 0; round < ROUNDS; round++) {
            NorChip flash = empty.copy();
            byte[] bytes = damaged(image);
            flash.program(address, bytes, 0, bytes.length);
            run(flash);
        }
        report("in flash");
    }

    private void report(String what) {
        System.out.printf("mutated images, %s: %d refused, %d run%n", what, refused, ran);
        assertTrue(refused > ROUNDS / 2 && ran > ROUNDS / 20, refused + " refused, " + ran + " run");
    }
}
