package org.perilune.flash.spiffs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.perilune.flash.chip.NorChip;

/** Images made by the firmware's own tool. */
final class GoldenImage {
    private GoldenImage() {}

    /** A chip that holds the image of this name. */
    static NorChip chip(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(resource(name + ".img.gz"))) {
            return NorChip.ofDump(in.readAllBytes());
        }
    }

    static List<String> lines(String name) throws IOException {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static InputStream resource(String name) {
        return GoldenImage.class.getResourceAsStream("/spiffs/" + name);
    }

    static byte[] content(Spiffs spiffs, String name) throws IOException {
        try (SpiffsFile file = spiffs.openForHost(name, OpenMode.READ)) {
            byte[] bytes = new byte[file.size()];
            int n = file.read(bytes, 0, bytes.length);
            if (n != bytes.length) {
                throw new IOException("short read");
            }
            return bytes;
        }
    }

    static void put(Spiffs spiffs, String name, byte[] content) throws IOException {
        try (SpiffsFile file = spiffs.openForHost(name, OpenMode.WRITE)) {
            file.write(content, 0, content.length);
        }
    }

    /** The listing in the tool's own form. */
    static List<String> listing(Spiffs spiffs) throws IOException {
        List<String> lines = new ArrayList<>();
        for (SpiffsEntry entry : spiffs.list()) {
            lines.add(String.format("f %6d %s", entry.size(), entry.name()));
        }
        return lines;
    }

    /** Pages that the files listed need: what must be in use when nothing leaks. */
    static int pagesOf(Spiffs spiffs) throws IOException {
        return spiffs.list().stream()
                .mapToInt(entry -> IndexPage.allPages(entry.size()))
                .sum();
    }
}
