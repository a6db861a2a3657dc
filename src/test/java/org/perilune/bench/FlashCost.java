package org.perilune.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.spiffs.OpenMode;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsFile;
import org.perilune.lfs.LfsBuilder;

/** Measures how long an image of 40 modules takes to build, and how fast files in flash are written and read. */
public final class FlashCost {
    private static final int ROUNDS = 20;
    private static final int MODULES = 40;
    private static final int FUNCTIONS = 10;
    private static final int FILE_SYSTEM = 1 << 20;
    private static final int FILE = 600_000;
    private static final int PIECE = 1024;

    private FlashCost() {}

    /** Prints the figures of the first round and of the fastest. */
    public static void main(String[] arguments) throws IOException {
        buildImages();
        try (NorChip chip = NorChip.inMemory()) {
            transfer("chip in memory", chip);
        }
        Path file = Files.createTempFile("chip", ".bin");
        try (NorChip chip = NorChip.inFile(file)) {
            transfer("chip file", chip);
        } finally {
            Files.delete(file);
        }
    }

    private static void buildImages() {
        byte[] source = source();
        long first = 0;
        long best = Long.MAX_VALUE;
        byte[] image = {};
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            LfsBuilder builder = new LfsBuilder().time(1_700_000_000);
            for (int i = 0; i < MODULES; i++) {
                builder.add("@module" + i + ".lua", source);
            }
            image = builder.relocatable();
            long time = System.nanoTime() - start;
            first = round == 0 ? time : first;
            best = Math.min(best, time);
        }
        System.out.printf(
                "image of %d modules, %d bytes of source each: %d bytes, first %.1f ms, best %.1f ms%n",
                MODULES, source.length, image.length, first / 1e6, best / 1e6);
    }

    /** A module as people write them: a table of functions, with some texts and loops. */
    private static byte[] source() {
        StringBuilder text = new StringBuilder("local M = {}\n");
        for (int i = 0; i < FUNCTIONS; i++) {
            text.append("""
                    -- Adds what is new to the list, and tells the listener.
                    function M.add%1$d(list, value, listener)
                      for i, old in ipairs(list) do
                        if old == value then return false, "value " .. i .. " is there" end
                      end
                      list[#list + 1] = { name = "item%1$d", value = value, at = tmr.now() }
                      if listener then listener("added", value) end
                      return true
                    end
                    """.formatted(i));
        }
        return text.append("return M\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void transfer(String what, NorChip chip) throws IOException {
        byte[] content = new byte[FILE];
        new Random(1).nextBytes(content);
        FlashRegion region = chip.region(1 << 20, FILE_SYSTEM);
        long write = Long.MAX_VALUE;
        long read = Long.MAX_VALUE;
        long pieces = Long.MAX_VALUE;
        try (Spiffs spiffs = Spiffs.format(region)) {
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                write(spiffs, content, FILE);
                write = Math.min(write, System.nanoTime() - start);
                start = System.nanoTime();
                write(spiffs, content, PIECE);
                pieces = Math.min(pieces, System.nanoTime() - start);
                start = System.nanoTime();
                try (SpiffsFile file = spiffs.open("file", OpenMode.READ)) {
                    file.read(new byte[FILE], 0, FILE);
                }
                read = Math.min(read, System.nanoTime() - start);
            }
        }
        System.out.printf(
                "%s, SPIFFS of 1 MiB: writes %.1f MB/s, in pieces of 1 KiB %.1f MB/s, reads %.1f MB/s%n",
                what, FILE * 1e3 / write, FILE * 1e3 / pieces, FILE * 1e3 / read);
    }

    private static void write(Spiffs spiffs, byte[] content, int piece) throws IOException {
        try (SpiffsFile file = spiffs.open("file", OpenMode.WRITE)) {
            for (int at = 0; at < content.length; at += piece) {
                file.write(content, at, Math.min(piece, content.length - at));
            }
        }
    }
}
