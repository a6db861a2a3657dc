package org.perilune.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsGeometry;

/** Makes empty file systems. */
final class FsFormat {
    private FsFormat() {}

    /**
     * Formats the files' part of a chip file or a bare image. A missing file becomes a bare image; a file that is not
     * flash is refused unless its size is given, which says that it is meant.
     *
     * @param size bytes of the image, or null
     */
    static void format(Path file, Integer size) {
        try {
            boolean fresh = !Files.exists(file) || Files.size(file) == 0;
            if (fresh && size == null) {
                throw Failure.usage(file + ": no such file or folder; --size BYTES makes one");
            }
            SpiffsGeometry geometry = size == null ? null : geometry(file, size);
            if (!fresh && size != null && size != Files.size(file)) {
                throw Failure.usage(file + ": has " + Files.size(file) + " bytes, not " + size
                        + "; remove it to make an image of another size");
            }
            try (NorChip flash = fresh ? NorChip.inFile(file, size) : ChipFile.itself(file)) {
                FlashRegion region = ChipFile.fileRegion(flash);
                boolean isChip = region != null && region.size() < flash.size();
                if (region == null && size == null && !ChipFile.isErased(flash.whole())) {
                    throw Failure.usage(file + ": is no flash image; --size " + flash.size()
                            + " formats it nevertheless, and what it holds is lost");
                }
                FlashRegion where = region == null ? flash.whole() : region;
                if (isChip) {
                    geometry = SpiffsGeometry.asFirmwareFormats(where.size());
                } else if (geometry == null) {
                    geometry = geometry(file, where.size());
                }
                Spiffs.format(where, geometry).close();
                flash.sync();
            }
        } catch (IOException e) {
            throw Failure.usage(file + ": " + HostFiles.reason(e));
        }
    }

    private static SpiffsGeometry geometry(Path file, int size) {
        try {
            SpiffsGeometry geometry = SpiffsGeometry.ofSize(size);
            if (geometry.size() == size) {
                return geometry;
            }
        } catch (IllegalArgumentException e) {
            // Too small or too large, said below.
        }
        throw Failure.usage(
                file + ": a file system of " + size + " bytes cannot be made: up to 128K it takes a multiple"
                        + " of 4096, from 16K on, above one of 8192, less than 16M");
    }
}
