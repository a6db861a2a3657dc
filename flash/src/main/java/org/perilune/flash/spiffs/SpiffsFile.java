package org.perilune.flash.spiffs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.NoSuchFileException;

/** An open file with a place in it. Safe for several threads. */
public final class SpiffsFile implements Closeable {
    /** Where a place counts from. */
    public enum Whence {
        START,
        CURRENT,
        END
    }

    private final Spiffs spiffs;
    private final SpiffsObject object;
    private final OpenMode mode;
    private final boolean counted;
    private int position;
    private boolean closed;
    /** Set when the file system was formatted, closed or read anew under the open file. */
    private boolean detached;

    SpiffsFile(Spiffs spiffs, SpiffsObject object, OpenMode mode, boolean counted) {
        this.spiffs = spiffs;
        this.object = object;
        this.mode = mode;
        this.counted = counted;
    }

    /** Whether it is one of those of which the board has four. */
    boolean isCounted() {
        return counted;
    }

    boolean isOf(SpiffsObject other) {
        return object == other;
    }

    void detach() {
        detached = true;
    }

    /** The file's name now. */
    public String name() {
        return object.name;
    }

    /** Reads from the present place; how many bytes there were, 0 at the end. */
    public int read(byte[] into, int from, int length) throws IOException {
        return locked(() -> {
            if (!mode.reads()) {
                throw new NonReadableChannelException();
            }
            if (counted && object.size == 0) {
                return 0; // the device does not look for what waits when nothing is stored
            }
            int n = spiffs.read(object, position, into, from, length);
            position += n;
            return n;
        });
    }

    /**
     * Writes at the present place, or at the end if it was opened so. A place beyond the end is reached by zeros.
     *
     * @throws NoSpaceException when it does not fit
     */
    public void write(byte[] bytes, int from, int length) throws IOException {
        locked(() -> {
            if (!mode.writes()) {
                throw new NonWritableChannelException();
            }
            // Appending, the device counts its place from what is stored, though what waits lies before these bytes.
            int stored = object.size;
            int end =
                    length == 0 ? position : spiffs.write(object, mode.appends() ? -1 : position, bytes, from, length);
            position = mode.appends() && counted ? stored + length : end;
            return 0;
        });
    }

    /**
     * Moves as the device does: before the start is refused, and a place past the end becomes the end.
     *
     * @return the new place, -1 when it was before the start or past the end
     */
    public int seek(int offset, Whence whence) throws IOException {
        return locked(() -> {
            spiffs.flush(object);
            int size = object.size;
            long target = offset
                    + switch (whence) {
                        case START -> 0L;
                        case CURRENT -> position;
                        case END -> size;
                    };
            if (target < 0) {
                return -1;
            }
            position = (int) Math.min(target, size);
            return target > size ? -1 : position;
        });
    }

    /** The present place; asking for it stores what waits, as moving does. */
    public int position() throws IOException {
        return locked(() -> {
            spiffs.flush(object);
            return position;
        });
    }

    /** Moves anywhere, also past the end. */
    public void position(int place) throws IOException {
        locked(() -> position = place);
    }

    /** The file's length in bytes. */
    public int size() throws IOException {
        return locked(object::logicalSize);
    }

    /** Cuts the file to this length if it is longer. */
    public void truncate(int size) throws IOException {
        locked(() -> {
            if (!mode.writes()) {
                throw new NonWritableChannelException();
            }
            spiffs.truncate(object, size);
            position = Math.min(position, size);
            return 0;
        });
    }

    /** Makes sure that what was written is stored. */
    public void flush() throws IOException {
        locked(() -> {
            spiffs.flush(object);
            return 0;
        });
    }

    public boolean isOpen() {
        spiffs.lock().lock();
        try {
            return !closed && !detached && !object.removed;
        } finally {
            spiffs.lock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        spiffs.lock().lock();
        try {
            if (!closed) {
                closed = true;
                if (!detached) {
                    spiffs.close(this, object);
                }
            }
        } finally {
            spiffs.lock().unlock();
        }
    }

    /** Closes it as a loss of power does: what was written but not stored is lost. */
    public void abandon() {
        spiffs.lock().lock();
        try {
            if (!closed) {
                closed = true;
                if (!detached) {
                    spiffs.abandon(this, object);
                }
            }
        } finally {
            spiffs.lock().unlock();
        }
    }

    private interface Task {
        int run() throws IOException;
    }

    private int locked(Task task) throws IOException {
        spiffs.lock().lock();
        try {
            if (closed) {
                throw new IOException("'" + object.name + "' is closed");
            }
            if (object.removed) {
                throw new NoSuchFileException(object.name);
            }
            if (detached) {
                throw new IOException("the file system was read anew under '" + object.name + "'; open it again");
            }
            return task.run();
        } finally {
            spiffs.lock().unlock();
        }
    }
}
