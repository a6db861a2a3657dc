package org.perilune.ftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file on its way in. It stays in memory until all of it has come, and is put in its place then, in one step; if it
 * never comes, nothing was touched.
 */
final class Upload extends OutputStream {
    private static final long MOST_UNUSED = 64L << 20;

    private final FtpConfig config;
    private final Path file;
    private ByteArrayOutputStream content = new ByteArrayOutputStream();
    /** The rest is then let pass, so that the client comes to hear why: most do not listen while they send. */
    private boolean isTooLarge;
    /** Bytes that were let pass. */
    private long unused;
    /** Bytes that all uploads have in memory. */
    private final AtomicLong inMemory;
    /** Bytes of this one that are counted there. */
    private long counted;
    /** Bytes that can fit at most, beside the old file. */
    private final long free;

    Upload(FtpConfig config, Path file, AtomicLong inMemory) throws IOException {
        this.config = config;
        this.file = file;
        this.inMemory = inMemory;
        free = Files.getFileStore(config.root().now()).getUsableSpace();
    }

    /** Begins with the first bytes of the file that is there. */
    void keep(long bytes) throws IOException {
        write(Files.readAllBytes(file), 0, Math.toIntExact(bytes));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (isTooLarge) {
            unused += length;
            if (unused > MOST_UNUSED) {
                throw new DiskFullException(file, free);
            }
            return;
        }
        counted += length;
        isTooLarge = inMemory.addAndGet(length) > config.limits().uploadBytes() || counted > free;
        if (isTooLarge) {
            content = new ByteArrayOutputStream();
            close();
        } else {
            content.write(bytes, from, length);
        }
    }

    /** All of it has come: puts it in its place. */
    void commit() throws IOException {
        if (isTooLarge) {
            throw new DiskFullException(file, free);
        }
        config.replacer().replace(file, content.toByteArray());
    }

    @Override
    public void close() {
        inMemory.addAndGet(-counted);
        counted = 0;
    }
}
