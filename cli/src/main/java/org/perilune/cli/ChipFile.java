package org.perilune.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.perilune.board.BoardException;
import org.perilune.board.Chip;
import org.perilune.flash.chip.FlashException;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.partition.ConfigPage;
import org.perilune.flash.partition.PartitionTable;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsException;
import org.perilune.flash.spiffs.SpiffsGeometry;

/** Files that hold flash: dumps of whole chips, and bare SPIFFS images. */
final class ChipFile {
    private ChipFile() {}

    /** The chip of a board, kept in a file; a file that is something else is refused untouched. */
    static Chip open(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > 0) {
                checkIsChip(file);
            }
            NorChip flash = NorChip.inFile(file);
            try {
                return Chip.of(flash);
            } catch (IOException | BoardException e) {
                flash.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failure.usage(file + ": " + HostFiles.reason(e));
        } catch (BoardException e) {
            throw Failure.usage(file + ": " + e.getMessage());
        }
    }

    private static void checkIsChip(Path file) throws IOException {
        NorChip copy = copy(file);
        if (table(copy) != null || isNew(copy)) {
            return;
        }
        throw Failure.usage(file
                + (isBare(copy)
                        ? ": is a bare SPIFFS image, not a flash chip; look into it with fs"
                        : ": is no dump of a flash chip: it has no partition table"));
    }

    /** A chip in memory with the content of a file. */
    static NorChip copy(Path file) throws IOException {
        checkSize(file);
        return NorChip.ofDump(HostFiles.read(file));
    }

    /** The chip that a file is, not a copy. */
    static NorChip itself(Path file) throws IOException {
        checkSize(file);
        return NorChip.inFile(file);
    }

    private static void checkSize(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw Failure.usage(file + ": is a folder, a file is needed");
        }
        long size = Files.size(file);
        if (size == 0 || size % NorChip.SECTOR != 0 || size > NorChip.LARGEST) {
            throw Failure.usage(
                    file + ": is no flash image: it has " + size + " bytes, not a multiple of 4096 up to 16 MiB");
        }
    }

    /** The part of a chip or bare image that has or could have the file system; null when it is neither. */
    static FlashRegion fileRegion(NorChip flash) throws IOException {
        PartitionTable table = isBare(flash) ? null : table(flash);
        if (table == null) {
            return isBare(flash) ? flash.whole() : null;
        }
        FlashRegion partition = table.region(flash, PartitionTable.SPIFFS);
        return partition == null ? null : SpiffsGeometry.usablePart(partition);
    }

    private static boolean isBare(NorChip flash) throws IOException {
        try {
            Spiffs.mount(flash.whole());
            return true;
        } catch (SpiffsException e) {
            return false;
        }
    }

    private static PartitionTable table(NorChip flash) throws IOException {
        try {
            return flash.size() < ConfigPage.ADDRESS + NorChip.SECTOR ? null : PartitionTable.read(flash);
        } catch (FlashException e) {
            return null;
        }
    }

    /** Whether nothing was ever written where boards note what their chip is. */
    private static boolean isNew(NorChip flash) throws IOException {
        return flash.size() >= ConfigPage.ADDRESS + NorChip.SECTOR
                && isErased(flash.region(0, ConfigPage.ADDRESS + NorChip.SECTOR));
    }

    static boolean isErased(FlashRegion region) throws IOException {
        byte[] content = new byte[region.size()];
        region.read(0, content, 0, content.length);
        for (byte value : content) {
            if (value != -1) {
                return false;
            }
        }
        return true;
    }
}
