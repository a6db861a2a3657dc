package org.perilune.flash.spiffs;

import org.perilune.flash.chip.FlashRegion;

/**
 * How a file system divides its flash. Blocks are what is collected and erased together; each begins with one page of
 * object lookup (a 16-bit object id for each other page of the block, then the block's magic and erase count), and
 * pages are numbered through from 0, lookup pages included.
 *
 * @param blockSize bytes of a block: 4096 or 8192
 * @param blocks how many there are
 */
public record SpiffsGeometry(int blockSize, int blocks) {
    static final int PAGE = 256;
    /** Bytes of flash up to which a file system has small blocks, as the firmware's image tool does it. */
    private static final int SMALL = 128 << 10;

    private static final int SMALL_BLOCK = 4096;
    private static final int LARGE_BLOCK = 8192;
    /** Blocks kept free so that the collector can always work. */
    static final int SPARE_BLOCKS = 2;

    private static final int LEAST_BLOCKS = 4;
    /** Object ids and page numbers have 16 bits; number 0xffff means none. */
    private static final int MOST_PAGES = 0xffff;

    /** The firmware lets the file system begin and end at multiples of this. */
    private static final int ALIGNMENT = 8192;

    public SpiffsGeometry {
        if (blockSize != SMALL_BLOCK && blockSize != LARGE_BLOCK) {
            throw new IllegalArgumentException("a block's size (" + blockSize + ") must be 4096 or 8192");
        }
        if (blocks < LEAST_BLOCKS || (long) blocks * (blockSize / PAGE) > MOST_PAGES) {
            throw new IllegalArgumentException(
                    "a file system of " + blocks + " blocks: it needs at least 4 and less than 16 MiB");
        }
    }

    /** The geometry of a new file system of so many bytes: small blocks up to 128 KiB, as the image tool has it. */
    public static SpiffsGeometry ofSize(int bytes) {
        return bytes > SMALL
                ? new SpiffsGeometry(LARGE_BLOCK, bytes / LARGE_BLOCK)
                : new SpiffsGeometry(SMALL_BLOCK, bytes / SMALL_BLOCK);
    }

    /** The geometry that the firmware itself formats: small blocks only below 32 KiB, where four large do not fit. */
    public static SpiffsGeometry asFirmwareFormats(int bytes) {
        return bytes < LEAST_BLOCKS * LARGE_BLOCK
                ? new SpiffsGeometry(SMALL_BLOCK, bytes / SMALL_BLOCK)
                : new SpiffsGeometry(LARGE_BLOCK, bytes / LARGE_BLOCK);
    }

    /** The part of a partition that the firmware uses: whole multiples of 8 KiB. */
    public static FlashRegion usablePart(FlashRegion partition) {
        int start = (partition.start() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        int end = (partition.start() + partition.size()) / ALIGNMENT * ALIGNMENT;
        return partition.part(Math.min(start - partition.start(), partition.size()), Math.max(0, end - start));
    }

    /** Bytes of flash. */
    public int size() {
        return blockSize * blocks;
    }

    int pagesPerBlock() {
        return blockSize / PAGE;
    }

    /** Pages of a block that can hold something: all but the lookup. */
    int entriesPerBlock() {
        return pagesPerBlock() - 1;
    }

    int pages() {
        return blocks * pagesPerBlock();
    }

    int blockOf(int page) {
        return page / pagesPerBlock();
    }

    int pageOf(int block, int entry) {
        return block * pagesPerBlock() + 1 + entry;
    }

    int entryOf(int page) {
        return page % pagesPerBlock() - 1;
    }

    int address(int page) {
        return page * PAGE;
    }

    /** Where a page's object id stands in the lookup. */
    int lookupAddress(int page) {
        return blockOf(page) * blockSize + entryOf(page) * 2;
    }

    int magicAddress(int block) {
        return block * blockSize + PAGE - 4;
    }

    int eraseCountAddress(int block) {
        return block * blockSize + PAGE - 2;
    }

    /** What marks a block as one of a file system of this length. */
    int magic(int block) {
        return magic(blocks - block, PAGE);
    }

    static int magic(int blocksToTheEnd, int pageSize) {
        return (0x20140529 ^ pageSize ^ blocksToTheEnd) & 0xffff;
    }

    /** The highest object id handed out. */
    int highestId() {
        return Math.min(blocks * entriesPerBlock() / 2 + 1, 0x7ffe);
    }

    /** Pages that files can take at most. */
    int usablePages() {
        return (blocks - SPARE_BLOCKS) * entriesPerBlock();
    }
}
