package org.perilune.board;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.perilune.board.storage.FileStore;
import org.perilune.board.storage.SpiffsFileStore;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.partition.ConfigPage;
import org.perilune.flash.partition.PartitionTable;
import org.perilune.lfs.LfsStore;

/**
 * What survives a restart: the files, the image of Lua modules, the startup options and what modules keep in flash.
 * Files and image lie in the partitions of a flash chip, or, on a chip of files only, there is no image.
 */
public final class Chip implements Closeable {
    /** Null on a chip of files only. */
    private final NorChip flash;

    private final FileStore files;
    private final LfsStore lfs;
    /** Whether the file system was made just now, which the board says when it boots. */
    private boolean freshlyFormatted;

    private final Startup startup;
    private final Map<Class<?>, Object> parts = new ConcurrentHashMap<>();

    /** A chip of files only. */
    public Chip(FileStore files) {
        this.flash = null;
        this.files = files;
        this.lfs = new LfsStore(null);
        this.startup = new Startup();
    }

    private Chip(NorChip flash, SpiffsFileStore files, FlashRegion lfs) throws IOException {
        this.flash = flash;
        this.files = files;
        this.lfs = new LfsStore(lfs == null ? null : new FlashLfsRegion(lfs));
        startup = new Startup(new ConfigPage(flash));
        freshlyFormatted = files.wasFormatted();
    }

    /**
     * A flash chip, divided as its partition table says; a chip without one gets that of a new board. A partition for
     * files that is not formatted yet is formatted.
     *
     * @throws BoardException when the chip cannot be a board's
     */
    public static Chip of(NorChip flash) throws IOException {
        FlashRegion files;
        FlashRegion lfs;
        try {
            PartitionTable table = PartitionTable.readOrInstall(flash);
            files = table.region(flash, PartitionTable.SPIFFS);
            lfs = table.region(flash, PartitionTable.LFS);
            if (files != null) {
                return new Chip(flash, SpiffsFileStore.mount(files), lfs);
            }
        } catch (IllegalArgumentException e) {
            throw new BoardException(
                    "a flash chip of " + flash.size() + " bytes cannot be divided for a board: " + e.getMessage(), e);
        }
        throw new BoardException("the flash chip's partition table has no place for files");
    }

    /** A new chip of the usual size in memory. */
    public static Chip inMemory() {
        try {
            Chip chip = of(NorChip.inMemory());
            chip.freshlyFormatted = false;
            return chip;
        } catch (IOException e) {
            throw new IllegalStateException("flash in memory failed", e);
        }
    }

    /** Bytes of the flash chip; 0 on a chip of files only. */
    public int flashSize() {
        return flash == null ? 0 : flash.size();
    }

    /** Where the board's image of Lua modules lies. */
    public LfsStore lfs() {
        return lfs;
    }

    /** Whether the file system was made since this was asked last. */
    boolean takeFreshlyFormatted() {
        boolean fresh = freshlyFormatted;
        freshlyFormatted = false;
        return fresh;
    }

    /** Stores what waits, and lets go of the file that the chip may be kept in; to be called when the board is off. */
    @Override
    public void close() throws IOException {
        if (flash == null) {
            return;
        }
        try (flash) {
            ((SpiffsFileStore) files).close();
            flash.sync();
        }
    }

    public FileStore files() {
        return files;
    }

    public Startup startup() {
        return startup;
    }

    /** What a module keeps in flash, made when it is asked for first. */
    public <T> T part(Class<T> type, Supplier<T> maker) {
        return type.cast(parts.computeIfAbsent(type, key -> maker.get()));
    }
}
