package org.perilune.board.storage;

import java.io.IOException;
import org.perilune.flash.spiffs.NoSpaceException;
import org.perilune.flash.spiffs.SpiffsFile;

/** A file in flash that a board has open. */
final class SpiffsHandle implements FileStore.Handle {
    private static final int FAILED = -1;

    private final SpiffsFile file;
    private final FileStore.Mode mode;

    SpiffsHandle(SpiffsFile file, FileStore.Mode mode) {
        this.file = file;
        this.mode = mode;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        return mode.reads() ? FlashCalls.orElse(FAILED, () -> file.read(into, from, length)) : FAILED;
    }

    @Override
    public int write(byte[] bytes, int from, int length) {
        return mode.writes() ? FlashCalls.orElse(FAILED, () -> writeWhole(bytes, from, length)) : FAILED;
    }

    private int writeWhole(byte[] bytes, int from, int length) throws IOException {
        try {
            file.write(bytes, from, length);
            return length;
        } catch (NoSpaceException e) {
            return 0;
        }
    }

    @Override
    public int seek(int offset, FileStore.Whence whence) {
        SpiffsFile.Whence from = switch (whence) {
            case START -> SpiffsFile.Whence.START;
            case CURRENT -> SpiffsFile.Whence.CURRENT;
            case END -> SpiffsFile.Whence.END;
        };
        return FlashCalls.orElse(FAILED, () -> file.seek(offset, from));
    }

    @Override
    public boolean flush() {
        return FlashCalls.succeeds(file::flush);
    }

    @Override
    public void close() {
        // Where it fails, what was not stored yet is lost, as on a board whose flash is full or worn out.
        FlashCalls.succeeds(file::close);
    }

    @Override
    public void abandon() {
        file.abandon();
    }
}
