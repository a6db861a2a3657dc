package org.perilune.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.perilune.board.Chip;
import org.perilune.lfs.LfsFormatException;
import picocli.CommandLine.Option;

/** Where a board's flash chip comes from, and what is put on it before the board is switched on. */
final class ChipOptions {
    @Option(
            names = "--flash",
            paramLabel = "FILE",
            description = "keeps the flash chip in this file, made when missing (default: in memory)")
    private Path flash;

    @Option(names = "--lfs", paramLabel = "IMG", description = "an image of Lua modules that the board finds in LFS")
    private Path image;

    /** The chip; to be closed when the board is off. */
    Chip open() {
        Chip chip = flash == null ? Chip.inMemory() : ChipFile.open(flash);
        if (image != null) {
            try {
                chip.lfs().install(HostFiles.read(image));
            } catch (LfsFormatException e) {
                close(chip);
                throw Failure.usage(image + ": " + e.getMessage());
            } catch (Failure e) {
                close(chip);
                throw e;
            }
        }
        return chip;
    }

    /** Stores what waits; a chip in a file is whole then. */
    void close(Chip chip) {
        try {
            chip.close();
        } catch (IOException e) {
            throw Failure.usage(flash + ": " + HostFiles.reason(e));
        }
    }
}
