package org.perilune.flash.chip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Cells in a file that is laid out as a dump of the chip: byte n of the file is byte n of flash. What is read is kept
 * in memory; what is written goes through at once. The file is locked, as two boards cannot share one chip.
 */
final class FileCells implements Cells {
    private final FileChannel file;
    private final FileLock lock;
    private final int size;
    /** Sectors read or written so far. */
    private final byte[][] sectors;

    private FileCells(FileChannel file, FileLock lock, int size) {
        this.file = file;
        this.lock = lock;
        this.size = size;
        this.sectors = new byte[size / NorChip.SECTOR][];
    }

    /**
     * Opens a dump, or makes an erased one where there is no file or an empty one.
     *
     * @param wanted the chip's size in bytes, 0 to take the file's (or the default, for a new file)
     */
    static FileCells open(Path path, int wanted) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            FileLock lock = lock(file, path);
            if (file.size() == 0) {
                fill(file, wanted == 0 ? NorChip.DEFAULT_SIZE : wanted);
            }
            long size = file.size();
            if (size % NorChip.SECTOR != 0 || size > NorChip.LARGEST || (wanted != 0 && size != wanted)) {
                String should = wanted == 0 ? "a multiple of 4096, at most 16 MiB" : Integer.toString(wanted);
                throw new FileSystemException(
                        path.toString(), null, "not a flash dump: it has " + size + " bytes, not " + should);
            }
            return new FileCells(file, lock, (int) size);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static FileLock lock(FileChannel file, Path path) throws IOException {
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new FileSystemException(path.toString(), null, "another board has this chip; stop it first");
        }
        return lock;
    }

    private static void fill(FileChannel file, int size) throws IOException {
        byte[] ones = new byte[NorChip.SECTOR];
        Arrays.fill(ones, (byte) 0xff);
        for (int at = 0; at < size; at += NorChip.SECTOR) {
            write(file, ByteBuffer.wrap(ones), at);
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void get(int address, byte[] into, int from, int length) throws IOException {
        System.arraycopy(sector(address / NorChip.SECTOR), address % NorChip.SECTOR, into, from, length);
    }

    @Override
    public void put(int address, byte[] bytes, int from, int length) throws IOException {
        System.arraycopy(bytes, from, sector(address / NorChip.SECTOR), address % NorChip.SECTOR, length);
        write(file, ByteBuffer.wrap(bytes, from, length), address);
    }

    @Override
    public void blank(int sector) throws IOException {
        byte[] content = sector(sector);
        Arrays.fill(content, (byte) 0xff);
        write(file, ByteBuffer.wrap(content), (long) sector * NorChip.SECTOR);
    }

    private byte[] sector(int index) throws IOException {
        if (sectors[index] == null) {
            ByteBuffer content = ByteBuffer.allocate(NorChip.SECTOR);
            long at = (long) index * NorChip.SECTOR;
            while (content.hasRemaining()) {
                int n = file.read(content, at + content.position());
                if (n < 0) {
                    throw new IOException("the flash dump was cut short at byte " + (at + content.position()));
                }
            }
            sectors[index] = content.array();
        }
        return sectors[index];
    }

    @Override
    public void sync() throws IOException {
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            lock.release();
            file.close();
        }
    }
}
