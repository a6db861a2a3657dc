package org.perilune.board.storage;

import java.io.IOException;
import org.perilune.flash.chip.PowerCutException;
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
        try {
            return mode.reads() ? file.read(into, from, length) : FAILED;
        } catch (PowerCutException e) {
            throw new PowerLoss(e);
        } catch (IOException e) {
            return FAILED;
        }
    }

    @Override
    public int write(byte[] bytes, int from, int length) {
        if (!mode.writes()) {
            return FAILED;
        }
        try {
            file.write(bytes, from, length);
            return length;
        } catch (NoSpaceException e) {
            return 0;
        } catch (PowerCutException e) {
            throw new PowerLoss(e);
        } catch (IOException e) {
            return FAILED;
        }
    }

    @Override
    public int seek(int offset, FileStore.Whence whence) {
        try {
            return file.seek(
                    offset,
                    switch (whence) {
                        case START -> SpiffsFile.Whence.START;
                        case CURRENT -> SpiffsFile.Whence.CURRENT;
                        case END -> SpiffsFile.Whence.END;
                    });
        } catch (PowerCutException e) {
            throw new PowerLoss(e);
        } catch (IOException e) {
            return FAILED;
        }
    }

    @Override
    public boolean flush() {
        try {
            file.flush();
            return true;
        } catch (PowerCutException e) {
            throw new PowerLoss(e);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (PowerCutException e) {
            throw new PowerLoss(e);
        } catch (IOException e) {
            // What was not stored yet is lost, as on a board whose flash is full or worn out.
        }
    }

    @Override
    public void abandon() {
        file.abandon();
    }
}
