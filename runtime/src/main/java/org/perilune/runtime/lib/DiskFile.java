package org.perilune.runtime.lib;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the host, opened the way C's {@code fopen} would. */
final class DiskFile implements HostFile {
    private final RandomAccessFile file;
    private final boolean appends;
    private final byte[] buffer = new byte[4096];
    /** Bytes in the buffer, read ahead of the script. */
    private int filled;
    /** Bytes of the buffer that the script has. */
    private int used;

    private DiskFile(RandomAccessFile file, boolean appends) {
        this.file = file;
        this.appends = appends;
    }

    /** @param mode r, w or a, with a plus for reading and writing */
    static DiskFile open(Path path, String mode) throws IOException {
        if (Files.isDirectory(path) && !mode.startsWith("r")) {
            throw new IOException("Is a directory");
        }
        boolean reads = mode.startsWith("r");
        if (reads && !Files.exists(path)) {
            throw new FileNotFoundException("No such file or directory");
        }
        boolean writes = !reads || mode.indexOf('+') >= 0;
        RandomAccessFile file;
        try {
            file = new RandomAccessFile(path.toFile(), writes ? "rw" : "r");
        } catch (FileNotFoundException e) {
            throw new IOException(Files.exists(path) ? "Permission denied" : "No such file or directory", e);
        }
        if (mode.startsWith("w")) {
            file.setLength(0);
        }
        return new DiskFile(file, mode.startsWith("a"));
    }

    @Override
    public int read() throws IOException {
        int next = peek();
        if (next != END) {
            used++;
        }
        return next;
    }

    @Override
    public int peek() throws IOException {
        if (used == filled) {
            used = 0;
            filled = Math.max(0, file.read(buffer));
        }
        return filled == 0 ? END : buffer[used] & 0xff;
    }

    /** Gives up what was read ahead, so that the file stands where the script believes it to. */
    private void settle() throws IOException {
        if (filled != used) {
            file.seek(file.getFilePointer() - (filled - used));
        }
        filled = 0;
        used = 0;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        settle();
        if (appends) {
            file.seek(file.length());
        }
        file.write(bytes, from, length);
    }

    @Override
    public long seek(int origin, long offset) throws IOException {
        settle();
        long start = switch (origin) {
            case 0 -> 0;
            case 1 -> file.getFilePointer();
            default -> file.length();
        };
        if (start + offset < 0) {
            throw new IOException("Invalid argument");
        }
        file.seek(start + offset);
        return start + offset;
    }

    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public boolean isStandard() {
        return false;
    }
}
