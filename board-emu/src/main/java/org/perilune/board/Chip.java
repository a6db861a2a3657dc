package org.perilune.board;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.perilune.board.storage.FileStore;
import org.perilune.board.storage.NoFiles;
import org.perilune.board.storage.PowerLoss;
import org.perilune.board.storage.SpiffsFileStore;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.partition.ConfigPage;
import org.perilune.flash.partition.Partition;
import org.perilune.flash.partition.PartitionChange;
import org.perilune.flash.partition.PartitionTable;
import org.perilune.flash.partition.PhyData;
import org.perilune.flash.partition.SystemParameters;
import org.perilune.flash.spiffs.ChangeListener;
import org.perilune.lfs.LfsStore;

/**
 * What survives a restart: the files, the image of Lua modules, the startup options and what modules keep in flash.
 * Files and image lie in the partitions of a flash chip, or, on a chip of files only, there is no image.
 */
public final class Chip implements Closeable {
    /** Null on a chip of files only. */
    private final NorChip flash;

    private final Map<Class<?>, Object> parts = new ConcurrentHashMap<>();
    /** Who learns of changes to files in flash. */
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();

    // What the board learns of its flash when it starts.

    private volatile Division division;
    private volatile FileStore files;
    private volatile LfsStore lfs;
    private volatile Startup startup;
    private volatile RadioMemory radio;
    private volatile boolean measuresSupply;

    /** Where things lie, in flash addresses and bytes; 0 for what there is not. */
    record Division(Partition lfs, Partition files) {}

    /** A chip of files only. */
    public Chip(FileStore files) {
        this.flash = null;
        this.files = files;
        this.lfs = new LfsStore(null);
        this.startup = new Startup();
        this.radio = new RadioMemory(null);
        this.division = new Division(
                new Partition(PartitionTable.LFS, 0, 0),
                new Partition(PartitionTable.SPIFFS, files.flashAddress(), files.flashSize()));
    }

    private Chip(NorChip flash) throws IOException {
        this.flash = flash;
        read();
    }

    /**
     * A flash chip, divided as its partition table says; a chip without one gets that of a new board. A partition for
     * files that is not formatted yet is formatted.
     *
     * @throws BoardException when the chip cannot be a board's
     */
    public static Chip of(NorChip flash) throws IOException {
        try {
            return new Chip(flash);
        } catch (IllegalArgumentException e) {
            throw new BoardException(
                    "a flash chip of " + flash.size() + " bytes cannot be divided for a board: " + e.getMessage(), e);
        }
    }

    /** A new chip of the usual size in memory. */
    public static Chip inMemory() {
        try {
            Chip chip = of(NorChip.inMemory());
            chip.takeFreshlyFormatted();
            return chip;
        } catch (IOException e) {
            throw new IllegalStateException("flash in memory failed", e);
        }
    }

    /** Learns what the flash has; what is mounted already stays so, as others may use it. */
    private void read() throws IOException {
        PartitionTable table = PartitionTable.readOrInstall(flash);
        Division now = new Division(table.find(PartitionTable.LFS), table.find(PartitionTable.SPIFFS));
        if (division == null || !division.lfs.equals(now.lfs)) {
            FlashRegion region = table.region(flash, PartitionTable.LFS);
            lfs = new LfsStore(region == null ? null : new FlashLfsRegion(region));
        }
        if (division == null || !division.files.equals(now.files)) {
            if (files instanceof SpiffsFileStore before) {
                // Whoever has it still must not write to where something else may lie now.
                before.close();
            }
            files = mount(table.region(flash, PartitionTable.SPIFFS));
            if (files instanceof SpiffsFileStore spiffs) {
                listeners.forEach(spiffs::listen);
            }
        }
        division = now;
        startup = new Startup(new ConfigPage(flash));
        radio = new RadioMemory(new SystemParameters(flash));
        measuresSupply = new PhyData(flash).measuresSupply();
    }

    private static FileStore mount(FlashRegion partition) throws IOException {
        if (partition == null) {
            return new NoFiles();
        }
        try {
            return SpiffsFileStore.mount(partition);
        } catch (IllegalArgumentException e) {
            // Too small for a file system, so the board has none.
            return new NoFiles();
        }
    }

    /**
     * Does what happens before a board boots: power that was cut comes back, and the partition table that counts from now
     * on is read.
     *
     * @throws PowerLoss when the power is cut meanwhile
     */
    void powerUp() {
        if (flash != null) {
            FlashWork.run("the flash chip failed", this::readAfterPowerUp);
        }
    }

    private void readAfterPowerUp() throws IOException {
        boolean wasCut = !flash.isPowered();
        if (wasCut) {
            flash.restorePower();
        }
        FileStore before = files;
        read();
        if (wasCut && files == before && before instanceof SpiffsFileStore spiffs) {
            spiffs.remount();
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

    /** The partition for images of Lua modules, as the board found it when it started. */
    public Partition lfsPartition() {
        return division.lfs;
    }

    /** The partition for files, as the board found it when it started. */
    public Partition filePartition() {
        return division.files;
    }

    /**
     * Changes the partition table; it counts from the next start on.
     *
     * @throws IllegalArgumentException with {@link PartitionTable#OUT_OF_RANGE} when the chip cannot be divided so
     */
    public void repartition(PartitionChange change) {
        if (flash == null) {
            throw new IllegalArgumentException(PartitionTable.OUT_OF_RANGE);
        }
        FlashWork.run("the flash chip does not keep its partition table", () -> {
            PartitionTable.readOrInstall(flash).change(change, flash.size()).write(flash);
        });
    }

    /** Whether the file system was made since this was asked last. */
    boolean takeFreshlyFormatted() {
        return files instanceof SpiffsFileStore spiffs && spiffs.takeWasFormatted();
    }

    /** Stores what waits, and lets go of the file that the chip may be kept in; to be called when the board is off. */
    @Override
    public void close() throws IOException {
        if (flash == null) {
            return;
        }
        try (flash) {
            if (files instanceof SpiffsFileStore spiffs) {
                spiffs.close();
            }
            flash.sync();
        }
    }

    /** The files. A board that starts with another partition table has others. */
    public FileStore files() {
        return files;
    }

    /** Lets somebody learn of changes to files in flash, whoever makes them. */
    public void listen(ChangeListener listener) {
        listeners.add(listener);
        if (files instanceof SpiffsFileStore spiffs) {
            spiffs.listen(listener);
        }
    }

    public Startup startup() {
        return startup;
    }

    /** What the radio keeps. */
    public RadioMemory radio() {
        return radio;
    }

    /** Whether the analogue input measures the supply, not the pin. */
    public boolean measuresSupply() {
        return measuresSupply;
    }

    /** Chooses what the analogue input measures; returns whether that is a change. */
    public boolean measureSupply(boolean supply) {
        boolean changes = measuresSupply != supply;
        measuresSupply = supply;
        if (changes && flash != null) {
            FlashWork.run(
                    "the flash chip does not keep what adc measures", () -> new PhyData(flash).measureSupply(supply));
        }
        return changes;
    }

    /** What the host ties to the board from outside, made when it is asked for first. */
    public <T> T part(Class<T> type, Supplier<T> maker) {
        return type.cast(parts.computeIfAbsent(type, key -> maker.get()));
    }
}
