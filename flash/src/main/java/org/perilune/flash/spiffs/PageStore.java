package org.perilune.flash.spiffs;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;

/**
 * Pages and blocks, without knowing what objects are. It mirrors the object lookup in memory, hands out erased pages
 * and takes pages back. What happens on flash is ordered so that a page is seen as complete only once it is.
 */
final class PageStore {
    /** Erase counts have 15 bits and then begin again. */
    private static final int ERASE_COUNTS = 0x8000;

    private final FlashRegion region;
    private final SpiffsGeometry geometry;
    /** The lookup's id of each page; lookup pages themselves count as deleted. */
    private final char[] lookup;
    /** By block: the first entry that was never used. All after it are free, so that a block fills front to back. */
    private final int[] next;
    /** By block: entries that have an object's id. */
    private final int[] used;
    /** By block: the running number of its last erasure, or 0xffff. */
    private final int[] eraseCount;

    /** The running number of the next erasure. */
    private int nextEraseCount;
    /** The block that pages are taken from. */
    private int cursor;
    /** Blocks that are being collected, so that no page is taken from them. */
    private final BitSet closed = new BitSet();

    private int freePages;
    private int usedPages;
    private long changes;
    private final byte[] scratch = new byte[SpiffsGeometry.PAGE];

    PageStore(FlashRegion region, SpiffsGeometry geometry) {
        this.region = region;
        this.geometry = geometry;
        lookup = new char[geometry.pages()];
        next = new int[geometry.blocks()];
        used = new int[geometry.blocks()];
        eraseCount = new int[geometry.blocks()];
    }

    SpiffsGeometry geometry() {
        return geometry;
    }

    FlashRegion region() {
        return region;
    }

    /** Reads all lookups anew. */
    void load() throws IOException {
        freePages = 0;
        usedPages = 0;
        closed.clear();
        int least = ERASE_COUNTS;
        int most = -1;
        for (int block = 0; block < geometry.blocks(); block++) {
            region.read(block * geometry.blockSize(), scratch, 0, scratch.length);
            loadBlock(block);
            int count = Bytes.get16(scratch, SpiffsGeometry.PAGE - 2);
            eraseCount[block] = count;
            if (count < ERASE_COUNTS) {
                least = Math.min(least, count);
                most = Math.max(most, count);
            }
        }
        // Numbers far apart have wrapped: then the lowest are the latest.
        nextEraseCount = (most - least > ERASE_COUNTS / 2 ? least + 1 : most + 1) % ERASE_COUNTS;
    }

    private void loadBlock(int block) {
        next[block] = 0;
        used[block] = 0;
        lookup[geometry.pageOf(block, -1)] = PageHeader.DELETED_ID;
        for (int entry = 0; entry < geometry.entriesPerBlock(); entry++) {
            int id = Bytes.get16(scratch, entry * 2);
            lookup[geometry.pageOf(block, entry)] = (char) id;
            if (id != PageHeader.FREE_ID) {
                next[block] = entry + 1;
                used[block] += id == PageHeader.DELETED_ID ? 0 : 1;
            }
        }
        freePages += geometry.entriesPerBlock() - next[block];
        usedPages += used[block];
    }

    /** Whether a block is marked as one of this file system; it is not while it is being erased. */
    boolean hasMagic(int block) throws IOException {
        region.read(geometry.magicAddress(block), scratch, 0, 2);
        return Bytes.get16(scratch, 0) == geometry.magic(block);
    }

    /** The object id that the lookup has for a page. */
    int lookup(int page) {
        return lookup[page];
    }

    /** Whether the lookup has an object's id for a page. */
    boolean isUsed(int page) {
        return lookup[page] != PageHeader.FREE_ID && lookup[page] != PageHeader.DELETED_ID;
    }

    PageHeader header(int page) throws IOException {
        region.read(geometry.address(page), scratch, 0, PageHeader.SIZE);
        return PageHeader.decode(scratch, 0);
    }

    /** Whether a page is a complete data page of this object. */
    boolean isData(int page, int id, int span) throws IOException {
        if (page >= lookup.length || lookup[page] != id) {
            return false;
        }
        PageHeader header = header(page);
        return header.isLive(id) && header.span() == span;
    }

    void read(int page, int at, byte[] into, int from, int length) throws IOException {
        region.read(geometry.address(page) + at, into, from, length);
    }

    byte[] read(int page) throws IOException {
        byte[] content = new byte[SpiffsGeometry.PAGE];
        read(page, 0, content, 0, content.length);
        return content;
    }

    int read16(int page, int at) throws IOException {
        read(page, at, scratch, 0, 2);
        return Bytes.get16(scratch, 0);
    }

    /** Whether a part of a page is as erasing left it. */
    boolean isBlank(int page, int at, int length) throws IOException {
        read(page, at, scratch, 0, length);
        return Bytes.areBlank(scratch, 0, length);
    }

    /** Number of changes to the flash so far: while it stays, nothing has. */
    long changes() {
        return changes;
    }

    void program(int page, int at, byte[] bytes, int from, int length) throws IOException {
        changes++;
        region.program(geometry.address(page) + at, bytes, from, length);
    }

    /** Clears flags of a page. */
    void clearFlags(int page, int flags) throws IOException {
        read(page, PageHeader.FLAGS_AT, scratch, 0, 1);
        scratch[0] &= (byte) ~flags;
        program(page, PageHeader.FLAGS_AT, scratch, 0, 1);
    }

    /**
     * Stores a page somewhere: first its place is taken in the lookup, then its content is written, and only then it is
     * marked as complete.
     *
     * @param content the page with an unfinished header
     * @return the page's number
     */
    int write(byte[] content) throws IOException {
        int page = take(Bytes.get16(content, 0));
        int length = content.length;
        while (content[length - 1] == (byte) 0xff) {
            length--;
        }
        program(page, 0, content, 0, length);
        clearFlags(page, PageHeader.FINAL);
        return page;
    }

    private int take(int id) throws IOException {
        while (true) {
            int block = blockWithRoom();
            int page = geometry.pageOf(block, next[block]);
            next[block]++;
            freePages--;
            // A page that was written while its lookup was not, or not yet, cannot be written again.
            boolean blank = isBlank(page, 0, SpiffsGeometry.PAGE);
            setLookup(page, blank ? id : PageHeader.DELETED_ID);
            if (blank) {
                used[block]++;
                usedPages++;
                return page;
            }
        }
    }

    private int blockWithRoom() throws NoSpaceException {
        if (hasRoom(cursor)) {
            return cursor;
        }
        int found = -1;
        for (int i = 1; i <= geometry.blocks(); i++) {
            int block = (cursor + i) % geometry.blocks();
            if (hasRoom(block) && (found < 0 || (next[found] == 0 && next[block] > 0))) {
                found = block;
            }
        }
        if (found < 0) {
            throw new NoSpaceException(null);
        }
        cursor = found;
        return found;
    }

    private boolean hasRoom(int block) {
        return !closed.get(block) && next[block] < geometry.entriesPerBlock();
    }

    private void setLookup(int page, int id) throws IOException {
        byte[] bytes = new byte[2];
        Bytes.put16(bytes, 0, id);
        region.program(geometry.lookupAddress(page), bytes, 0, 2);
        lookup[page] = (char) id;
    }

    /** Gives up a page: first in the lookup, which decides, then on the page. */
    void delete(int page) throws IOException {
        setLookup(page, PageHeader.DELETED_ID);
        used[geometry.blockOf(page)]--;
        usedPages--;
        clearFlags(page, PageHeader.DELETED | PageHeader.USED);
    }

    /** Keeps a block from being written to while its pages are moved away. */
    void close(int block) {
        closed.set(block);
    }

    /** Erases a block and marks it as empty. Its magic goes first, so that mounting sees an erasure that was cut. */
    void erase(int block) throws IOException {
        changes++;
        byte[] bytes = new byte[2];
        region.program(geometry.magicAddress(block), bytes, 0, 2);
        for (int at = 0; at < geometry.blockSize(); at += NorChip.SECTOR) {
            region.eraseSector(block * geometry.blockSize() + at);
        }
        sign(block);
        freePages += next[block];
        usedPages -= used[block];
        next[block] = 0;
        used[block] = 0;
        int first = geometry.pageOf(block, 0);
        Arrays.fill(lookup, first, first + geometry.entriesPerBlock(), (char) PageHeader.FREE_ID);
    }

    /** Ends what {@link #close} began. */
    void reopen() {
        closed.clear();
    }

    /** Writes an erased block's erase count and magic. */
    private void sign(int block) throws IOException {
        byte[] bytes = new byte[2];
        Bytes.put16(bytes, 0, nextEraseCount);
        region.program(geometry.eraseCountAddress(block), bytes, 0, 2);
        Bytes.put16(bytes, 0, geometry.magic(block));
        region.program(geometry.magicAddress(block), bytes, 0, 2);
        eraseCount[block] = nextEraseCount;
        nextEraseCount = (nextEraseCount + 1) % ERASE_COUNTS;
    }

    /**
     * Erases everything. Two blocks lose their magic first, and all are erased before the first is signed: a cut leaves
     * the file system as it was, or none.
     */
    void format() throws IOException {
        byte[] none = new byte[2];
        region.program(geometry.magicAddress(0), none, 0, none.length);
        region.program(geometry.magicAddress(1), none, 0, none.length);
        for (int at = 0; at < geometry.size(); at += NorChip.SECTOR) {
            region.eraseSector(at);
        }
        nextEraseCount = 0;
        for (int block = 0; block < geometry.blocks(); block++) {
            sign(block);
        }
    }

    /** Erasures of other blocks since this one was erased. */
    int age(int block) {
        return Math.floorMod(nextEraseCount - eraseCount[block], ERASE_COUNTS);
    }

    /** Pages of a block that were taken since it was erased. */
    int taken(int block) {
        return next[block];
    }

    /** Pages of a block that were taken and given up. */
    int garbage(int block) {
        return next[block] - used[block];
    }

    int freePages() {
        return freePages;
    }

    /** Free pages of a block. */
    int freePages(int block) {
        return geometry.entriesPerBlock() - next[block];
    }

    int usedPages() {
        return usedPages;
    }
}
