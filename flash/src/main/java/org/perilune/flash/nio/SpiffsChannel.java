package org.perilune.flash.nio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import org.perilune.flash.spiffs.SpiffsFile;

/** An open file as a channel. */
final class SpiffsChannel implements SeekableByteChannel {
    /** Bytes moved at a time, so that a large buffer needs no copy of its size. */
    private static final int STEP = 16 << 10;

    /** What is to be done once the channel is closed. */
    interface AtEnd {
        void run() throws IOException;
    }

    private final SpiffsFile file;
    private final AtEnd atEnd;
    private boolean closed;

    SpiffsChannel(SpiffsFile file, AtEnd atEnd) {
        this.file = file;
        this.atEnd = atEnd;
    }

    private void checkOpen() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        checkOpen();
        int total = 0;
        byte[] bytes = new byte[Math.min(STEP, into.remaining())];
        while (into.hasRemaining()) {
            int n = file.read(bytes, 0, Math.min(bytes.length, into.remaining()));
            if (n == 0) {
                return total == 0 ? -1 : total;
            }
            into.put(bytes, 0, n);
            total += n;
        }
        return total;
    }

    @Override
    public synchronized int write(ByteBuffer from) throws IOException {
        checkOpen();
        int total = 0;
        while (from.hasRemaining()) {
            byte[] bytes = new byte[Math.min(STEP, from.remaining())];
            from.get(from.position(), bytes);
            file.write(bytes, 0, bytes.length);
            from.position(from.position() + bytes.length);
            total += bytes.length;
        }
        return total;
    }

    @Override
    public synchronized long position() throws IOException {
        checkOpen();
        return file.position();
    }

    @Override
    public synchronized SeekableByteChannel position(long place) throws IOException {
        checkOpen();
        if (place < 0) {
            throw new IllegalArgumentException("a place (" + place + ") must not be negative");
        }
        file.position((int) Math.min(place, Integer.MAX_VALUE));
        return this;
    }

    @Override
    public synchronized long size() throws IOException {
        checkOpen();
        return file.size();
    }

    @Override
    public synchronized SeekableByteChannel truncate(long size) throws IOException {
        checkOpen();
        if (size < 0) {
            throw new IllegalArgumentException("a size (" + size + ") must not be negative");
        }
        file.truncate((int) Math.min(size, Integer.MAX_VALUE));
        return this;
    }

    @Override
    public synchronized boolean isOpen() {
        return !closed;
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            file.close();
            atEnd.run();
        }
    }
}
