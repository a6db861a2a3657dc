package org.perilune.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.perilune.board.Chip;
import org.perilune.board.storage.FileStore;
import org.perilune.flash.nio.TimesStore;
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

    private TimesStore times = TimesStore.inMemory(InstantSource.system());
    /** For a user who ends the process: what is in flash is there already. */
    private final Thread atTheEnd = new Thread(this::saveTimes);

    /** The chip; to be closed when the board is off. */
    Chip open() {
        Chip chip = flash == null ? Chip.inMemory() : openFile();
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

    private Chip openFile() {
        // The times first: opening the chip makes its file younger.
        times = HostFiles.times(flash);
        Chip chip = ChipFile.open(flash);
        times.adopt(chip.files().list().stream().map(FileStore.Entry::name).toList());
        chip.listen(times);
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        return chip;
    }

    private void saveTimes() {
        try {
            times.save();
        } catch (IOException e) {
            throw Failure.usage(flash + ".times: " + HostFiles.reason(e));
        }
    }

    /** When the chip's files were changed; kept beside it if it is kept in a file. */
    TimesStore times() {
        return times;
    }

    /** Stores what waits; a chip in a file is whole then, and the times are beside it. */
    void close(Chip chip) {
        try {
            chip.close();
        } catch (IOException e) {
            throw Failure.usage(flash + ": " + HostFiles.reason(e));
        }
        saveTimes();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook saves nothing twice.
        }
    }
}
