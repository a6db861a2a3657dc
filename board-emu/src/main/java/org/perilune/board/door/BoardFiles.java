package org.perilune.board.door;

import java.io.Closeable;
import java.io.IOException;
import org.perilune.board.Chip;
import org.perilune.board.storage.FileStore;
import org.perilune.board.storage.SpiffsFileStore;
import org.perilune.flash.nio.Layout;
import org.perilune.flash.nio.SpiffsFileSystem;
import org.perilune.flash.nio.TimesStore;

/**
 * A board's files as the host's programs see them, while the board uses them too. They are others when the board has
 * started with another partition table. Safe for several threads.
 */
public final class BoardFiles implements Closeable {
    private final Chip chip;
    private final Layout layout;
    private final TimesStore times;

    /** What the file system shows. */
    private FileStore shown;
    /** Null while the board has no files. */
    private SpiffsFileSystem fileSystem;

    /** @param times when files were changed; it learns of the board's changes from now on */
    public BoardFiles(Chip chip, Layout layout, TimesStore times) {
        this.chip = chip;
        this.layout = layout;
        this.times = times;
        chip.listen(times);
        show(chip.files());
    }

    private void show(FileStore files) {
        shown = files;
        // The one before is of no use any more: the board has closed what it showed.
        fileSystem = files instanceof SpiffsFileStore spiffs ? spiffs.fileSystem(layout, times) : null;
    }

    /**
     * The files that the board has now.
     *
     * @throws IOException when it has none
     */
    public synchronized SpiffsFileSystem now() throws IOException {
        FileStore files = chip.files();
        if (files != shown) {
            show(files);
        }
        if (fileSystem == null) {
            throw new IOException("the board has no file system");
        }
        return fileSystem;
    }

    /** Stores what waits. */
    @Override
    public synchronized void close() throws IOException {
        if (fileSystem != null) {
            fileSystem.close();
        }
    }
}
