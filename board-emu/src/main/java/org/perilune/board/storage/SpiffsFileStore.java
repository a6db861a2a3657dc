package org.perilune.board.storage;

import java.io.IOException;
import java.util.List;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.nio.Layout;
import org.perilune.flash.nio.SpiffsFileSystem;
import org.perilune.flash.nio.TimesStore;
import org.perilune.flash.spiffs.ChangeListener;
import org.perilune.flash.spiffs.OpenMode;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsEntry;
import org.perilune.flash.spiffs.SpiffsException;
import org.perilune.flash.spiffs.SpiffsGeometry;

/** Files in the board's flash. Flash that fails shows as it does on the board: the call fails. */
public final class SpiffsFileStore implements FileStore {
    private final Spiffs spiffs;
    /** Whether there was no file system since this was asked last. */
    private boolean wasFormatted;

    private SpiffsFileStore(Spiffs spiffs, boolean wasFormatted) {
        this.spiffs = spiffs;
        this.wasFormatted = wasFormatted;
    }

    /**
     * Mounts the file system of a partition; where there is none, it is made, as the firmware does.
     *
     * @throws IllegalArgumentException when the partition is too small for one
     */
    public static SpiffsFileStore mount(FlashRegion partition) throws IOException {
        FlashRegion region = SpiffsGeometry.usablePart(partition);
        SpiffsGeometry fresh = SpiffsGeometry.asFirmwareFormats(region.size());
        try {
            return new SpiffsFileStore(Spiffs.mount(region), false);
        } catch (SpiffsException e) {
            return new SpiffsFileStore(Spiffs.format(region, fresh), true);
        }
    }

    /** The same files for the host's programs. */
    public SpiffsFileSystem fileSystem(Layout layout, TimesStore times) {
        return SpiffsFileSystem.of(spiffs, layout, times);
    }

    /** Whether the file system had to be made when it was mounted, since this was asked last. */
    public boolean takeWasFormatted() {
        boolean was = wasFormatted;
        wasFormatted = false;
        return was;
    }

    @Override
    public Handle open(String name, Mode mode) {
        OpenMode how =
                new OpenMode(mode.reads(), mode.writes(), mode.creates(), mode.truncates(), mode.appends(), false);
        return FlashCalls.orElse(null, () -> new SpiffsHandle(spiffs.open(name, how), mode));
    }

    @Override
    public List<Entry> list() {
        return FlashCalls.orElse(List.<SpiffsEntry>of(), spiffs::list).stream()
                .map(file -> new Entry(file.name(), file.size()))
                .toList();
    }

    @Override
    public Entry find(String name) {
        SpiffsEntry file = FlashCalls.orElse(null, () -> spiffs.stat(name));
        return file == null ? null : new Entry(file.name(), file.size());
    }

    @Override
    public boolean remove(String name) {
        return FlashCalls.succeeds(() -> {
            spiffs.requireHandle(name);
            spiffs.remove(name);
        });
    }

    @Override
    public boolean rename(String from, String to) {
        return FlashCalls.succeeds(() -> {
            spiffs.requireHandle(from);
            spiffs.rename(from, to);
        });
    }

    @Override
    public boolean format() {
        return FlashCalls.succeeds(spiffs::format);
    }

    @Override
    public int totalBytes() {
        return FlashCalls.orElse(0, () -> spiffs.info().totalBytes());
    }

    @Override
    public int usedBytes() {
        return FlashCalls.orElse(0, () -> spiffs.info().usedBytes());
    }

    @Override
    public int flashAddress() {
        return spiffs.region().start();
    }

    @Override
    public int flashSize() {
        return spiffs.region().size();
    }

    /** Lets somebody learn of changes from now on. */
    public void listen(ChangeListener listener) {
        spiffs.listen(listener);
    }

    /** Reads the file system anew after a loss of power; what was not stored is lost. */
    public void remount() throws IOException {
        try {
            spiffs.remount();
        } catch (SpiffsException e) {
            spiffs.format();
            wasFormatted = true;
        }
    }

    /** Stores what waits and lets go of the flash. */
    public void close() throws IOException {
        spiffs.close();
    }
}
