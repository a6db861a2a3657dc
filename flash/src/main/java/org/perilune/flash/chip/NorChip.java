package org.perilune.flash.chip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A serial NOR flash chip. Programming clears bits and nothing else; only erasing a 4 KiB sector sets them again.
 * Programming a 1 where a 0 stands does not do what the caller meant, so it is refused with a
 * {@link FlashException} and nothing is changed. Safe for several threads: each command is atomic.
 */
public final class NorChip implements Closeable {
    /** Bytes that are erased together. */
    public static final int SECTOR = 4096;
    /** Bytes that one program command can reach: those of one page. */
    public static final int PAGE = 256;

    public static final int DEFAULT_SIZE = 4 << 20;
    /** The largest chip that the board's processor knows. */
    public static final int LARGEST = 16 << 20;

    private final Cells cells;
    /** Erasures by sector since this object was made; a dump has no room for them. */
    private final int[] wear;

    private final byte[] old = new byte[PAGE];
    private FaultPlan faults = FaultPlan.none();
    /** Program and erase commands since the fault plan was given. */
    private long operations;

    private boolean powered = true;
    private long reads;
    private long bytesRead;
    private long programs;
    private long bytesProgrammed;
    private long erases;

    private NorChip(Cells cells) {
        this.cells = cells;
        this.wear = new int[cells.size() / SECTOR];
    }

    /** An erased chip in memory. */
    public static NorChip inMemory(int size) {
        if (size <= 0 || size % SECTOR != 0 || size > LARGEST) {
            throw new IllegalArgumentException("a chip's size (" + size + ") must be a multiple of 4096 up to 16 MiB");
        }
        return new NorChip(new MemoryCells(size));
    }

    /** An erased chip in memory of the usual 4 MiB. */
    public static NorChip inMemory() {
        return inMemory(DEFAULT_SIZE);
    }

    /** A chip in memory whose content starts as this dump; what is missing to a whole sector is erased. */
    public static NorChip ofDump(byte[] dump) throws IOException {
        NorChip chip = inMemory((dump.length + SECTOR - 1) / SECTOR * SECTOR);
        for (int at = 0; at < dump.length; at += SECTOR) {
            chip.fill(at, dump, at, Math.min(SECTOR, dump.length - at));
        }
        return chip;
    }

    /** Another chip in memory with the content of this one, new and without faults. */
    public synchronized NorChip copy() throws IOException {
        NorChip chip = inMemory(size());
        byte[] sector = new byte[SECTOR];
        for (int at = 0; at < size(); at += SECTOR) {
            cells.get(at, sector, 0, SECTOR);
            chip.fill(at, sector, 0, SECTOR);
        }
        return chip;
    }

    /** Gives an erased sector its content; one that stays erased takes no memory. */
    private void fill(int address, byte[] bytes, int from, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != (byte) 0xff) {
                cells.put(address, bytes, from, length);
                return;
            }
        }
    }

    /** A chip kept in a file that is a dump of it; a missing or empty file becomes an erased chip of 4 MiB. */
    public static NorChip inFile(Path file) throws IOException {
        return new NorChip(FileCells.open(file, 0));
    }

    /** A chip of this size kept in a file; a missing or empty file becomes an erased chip. */
    public static NorChip inFile(Path file, int size) throws IOException {
        return new NorChip(FileCells.open(file, size));
    }

    public int size() {
        return cells.size();
    }

    /** A part of the chip that begins and ends with a sector. */
    public FlashRegion region(int start, int length) {
        return new FlashRegion(this, start, length);
    }

    public FlashRegion whole() {
        return region(0, size());
    }

    public synchronized void read(int address, byte[] into, int from, int length) throws IOException {
        check(address, length);
        reads++;
        bytesRead += length;
        for (int done = 0; done < length; ) {
            int n = Math.min(length - done, SECTOR - (address + done) % SECTOR);
            cells.get(address + done, into, from + done, n);
            done += n;
        }
    }

    /**
     * Clears the bits that are 0 in these bytes. Counts as one operation for each page touched.
     *
     * @throws FlashException when a bit that is 1 in them is 0 on the chip; that page is left as it was
     */
    public synchronized void program(int address, byte[] bytes, int from, int length) throws IOException {
        check(address, length);
        for (int done = 0; done < length; ) {
            int n = Math.min(length - done, PAGE - (address + done) % PAGE);
            programPage(address + done, bytes, from + done, n);
            done += n;
        }
    }

    private void programPage(int address, byte[] bytes, int from, int length) throws IOException {
        begin(address);
        programs++;
        bytesProgrammed += length;
        cells.get(address, old, 0, length);
        for (int i = 0; i < length; i++) {
            if ((bytes[from + i] & ~old[i]) != 0) {
                throw new FlashException(
                        address + i,
                        String.format(
                                "programming 0x%02x over 0x%02x would set bits, which only erasing can",
                                bytes[from + i] & 0xff, old[i] & 0xff));
            }
        }
        if (faults.cuts(operations, FaultPlan.Moment.DURING)) {
            HalfDone halfDone = new HalfDone(faults.seed() * 31 + operations);
            for (int i = 0; i < length; i++) {
                old[i] &= (byte) (bytes[from + i] | ~halfDone.changed());
            }
            cells.put(address, old, 0, length);
            throw powerCut(address);
        }
        cells.put(address, bytes, from, length);
        end(address);
    }

    /** Sets all bits of the sector that this address lies in. */
    public synchronized void eraseSector(int address) throws IOException {
        check(address, 1);
        int sector = address / SECTOR;
        begin(address);
        erases++;
        wear[sector]++;
        if (faults.cuts(operations, FaultPlan.Moment.DURING)) {
            HalfDone halfDone = new HalfDone(faults.seed() * 31 + operations);
            byte[] half = new byte[SECTOR];
            cells.get(sector * SECTOR, half, 0, SECTOR);
            for (int i = 0; i < SECTOR; i++) {
                half[i] |= (byte) halfDone.changed();
            }
            cells.put(sector * SECTOR, half, 0, SECTOR);
            throw powerCut(address);
        }
        cells.blank(sector);
        end(address);
    }

    private void begin(int address) throws IOException {
        operations++;
        if (faults.cuts(operations, FaultPlan.Moment.BEFORE)) {
            throw powerCut(address);
        }
        int sector = address / SECTOR;
        if (faults.fails(sector, wear[sector])) {
            throw new FlashException(address, "sector " + sector + " is worn out: it takes no change");
        }
    }

    private void end(int address) throws IOException {
        if (faults.cuts(operations, FaultPlan.Moment.AFTER)) {
            throw powerCut(address);
        }
    }

    private PowerCutException powerCut(int address) {
        powered = false;
        return new PowerCutException(address);
    }

    private void check(int address, int length) throws IOException {
        if (!powered) {
            throw new PowerCutException(address);
        }
        if (address < 0 || length < 0 || length > size() - address) {
            throw new FlashException(address, length + " bytes reach beyond the chip's " + size());
        }
    }

    /** Says what shall go wrong from now on; operations are counted anew. */
    public synchronized void inject(FaultPlan plan) {
        faults = plan;
        operations = 0;
    }

    /** Program and erase commands since the last {@link #inject}. */
    public synchronized long operations() {
        return operations;
    }

    /** Whether the chip has power: it has until a fault plan cuts it. */
    public synchronized boolean isPowered() {
        return powered;
    }

    /** Lets a chip whose power was cut work again, without faults. */
    public synchronized void restorePower() {
        powered = true;
        inject(FaultPlan.none());
    }

    /** Flips bits in place, as radiation and age do; the rules of programming do not hold for it. */
    public synchronized void flipBits(int address, int mask) throws IOException {
        check(address, 1);
        cells.get(address, old, 0, 1);
        old[0] ^= (byte) mask;
        cells.put(address, old, 0, 1);
    }

    /** How often a sector was erased since this object was made. */
    public synchronized int wear(int sector) {
        return wear[sector];
    }

    public synchronized ChipCounters counters() {
        return new ChipCounters(reads, bytesRead, programs, bytesProgrammed, erases);
    }

    /** The chip's whole content. */
    public byte[] dump() throws IOException {
        byte[] content = new byte[size()];
        read(0, content, 0, content.length);
        return content;
    }

    /** Makes sure that what was written survives the process. */
    public synchronized void sync() throws IOException {
        cells.sync();
    }

    @Override
    public synchronized void close() throws IOException {
        cells.close();
    }
}
