package org.perilune.lfs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Images that the firmware's host compiler made, and what they were made of. */
final class Goldens {
    static final int ADDRESS = 0x40210000;
    static final long TIME = 1_700_000_000;
    static final List<String> IMAGES = List.of("image1", "image2", "image3");

    private Goldens() {}

    static byte[] absolute(String image) {
        return resource("luac/" + image + "-abs.img");
    }

    static byte[] relocatable(String image) {
        return resource("luac/" + image + "-rel.img");
    }

    /** A builder that holds the image's modules. */
    static LfsBuilder builder(String image) {
        LfsBuilder builder = new LfsBuilder().time(TIME);
        files(image).forEach(file -> builder.add("@" + file, resource("cases/" + file)));
        return builder;
    }

    static List<String> files(String image) {
        return new String(resource("luac/" + image + ".order"), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] resource(String path) {
        try (InputStream in = Goldens.class.getResourceAsStream("/truth/" + path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
