package org.perilune.flash.spiffs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.perilune.flash.chip.NorChip;

class GoldenImageTest {
    /** The file whose content was imported last under a name. */
    private static String source(String name) {
        return switch (name) {
            case "http/f03.lua" -> "f04.lua";
            case "a-name-of-31-bytes-exactly-here" -> "init.lua";
            default -> name.substring(name.lastIndexOf('/') + 1);
        };
    }

    @Test
    void listsWhatTheOriginalLists() throws IOException {
        Spiffs spiffs = Spiffs.mount(GoldenImage.chip("open-256k").whole());
        assertEquals(GoldenImage.lines("open-256k.list"), GoldenImage.listing(spiffs));
        assertEquals(8192, spiffs.geometry().blockSize());
    }

    @Test
    void readsWhatTheOriginalWrote() throws IOException, GeneralSecurityException {
        Spiffs spiffs = Spiffs.mount(GoldenImage.chip("open-256k").whole());
        Map<String, String> sums = GoldenImage.lines("contents.sha256").stream()
                .collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
        for (SpiffsEntry entry : spiffs.list()) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(GoldenImage.content(spiffs, entry.name()));
            assertEquals(sums.get(source(entry.name())), HexFormat.of().formatHex(sum), entry.name());
        }
    }

    @Test
    void countsSpaceAsTheOriginalCounts() throws IOException {
        SpiffsInfo info = Spiffs.mount(GoldenImage.chip("open-256k").whole()).info();
        assertEquals(233_681, info.totalBytes());
        assertEquals(70_531, info.usedBytes());
    }

    @Test
    void mountingAndCheckingASoundImageChangesNothing() throws IOException {
        NorChip chip = GoldenImage.chip("open-256k");
        Spiffs spiffs = Spiffs.mount(chip.whole());
        assertTrue(spiffs.check().isClean());
        assertEquals(0, chip.operations());
        assertEquals(GoldenImage.pagesOf(spiffs), spiffs.info().usedPages());
    }
}
