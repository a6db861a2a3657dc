package org.perilune.flash.partition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.perilune.flash.chip.FlashException;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.NorChip;

/** What a chip is divided into. Tables do not change: each change gives a new one. */
public final class PartitionTable {
    public static final int RF_CALIBRATION = 4;
    public static final int PHY_DATA = 5;
    public static final int SYSTEM_PARAMETER = 6;
    public static final int BOOT_CODE = 101;
    public static final int FIRMWARE = 102;
    public static final int LFS = 103;
    public static final int SPIFFS = 106;

    /** What the firmware says when a value will not do. */
    public static final String OUT_OF_RANGE = "Partition value out of range";

    private static final int ITEM = 12;
    private static final long SYSTEM_PARAMETER_SIZE = 0x3000;
    private static final long FIRMWARE_START = ConfigPage.ADDRESS;
    private static final long FIRMWARE_SIZE = 0x90000;
    /** Where SPIFFS begins unless told otherwise, so that its place survives a larger firmware. */
    private static final long SPIFFS_START = 0x100000;

    private static final int DEFAULT_LFS = 0x10000;
    private static final int DEFAULT_SPIFFS = 0x100000;

    private final List<Partition> partitions;

    private PartitionTable(List<Partition> partitions) {
        this.partitions = List.copyOf(partitions);
    }

    /** The table of a new board: LFS of 64 KiB behind the firmware, SPIFFS of 1 MiB at 1 MiB. */
    public static PartitionTable standard(int flashSize) {
        return standard(flashSize, DEFAULT_LFS, DEFAULT_SPIFFS);
    }

    /** A new board's table with LFS and SPIFFS of these sizes, 0 for none. */
    public static PartitionTable standard(int flashSize, long lfsSize, long spiffsSize) {
        List<Partition> fixed = new ArrayList<>();
        fixed.add(new Partition(BOOT_CODE, 0, 0xb000));
        fixed.add(new Partition(RF_CALIBRATION, 0xd000, 0x1000));
        fixed.add(new Partition(PHY_DATA, 0xf000, 0x1000));
        fixed.add(new Partition(FIRMWARE, FIRMWARE_START, FIRMWARE_SIZE));
        fixed.add(new Partition(SYSTEM_PARAMETER, flashSize - SYSTEM_PARAMETER_SIZE, SYSTEM_PARAMETER_SIZE));
        return new PartitionTable(fixed).change(new PartitionChange(null, lfsSize, null, spiffsSize), flashSize);
    }

    /** The table that a chip has; null when it has none yet. */
    public static PartitionTable read(NorChip chip) throws IOException {
        List<byte[]> bodies = new ConfigPage(chip).read(ConfigPage.PARTITION_TABLE);
        for (byte[] body : bodies) {
            PartitionTable table = decode(body);
            if (table.fits(chip.size())) {
                return table;
            }
        }
        if (!bodies.isEmpty()) {
            throw new FlashException(ConfigPage.ADDRESS, "there is no partition table that makes sense");
        }
        return null;
    }

    private static PartitionTable decode(byte[] body) {
        ByteBuffer items = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        List<Partition> partitions = new ArrayList<>();
        while (items.remaining() >= ITEM) {
            int type = items.getInt();
            partitions.add(new Partition(
                    type, Integer.toUnsignedLong(items.getInt()), Integer.toUnsignedLong(items.getInt())));
        }
        return new PartitionTable(items.hasRemaining() ? List.of() : partitions);
    }

    /** Whether it can be the table of a chip: the firmware is in it, and nothing overlaps or leaves the chip. */
    private boolean fits(int flashSize) {
        long last = 0;
        for (Partition partition : partitions) {
            boolean used = partition.size() > 0;
            if (used && (partition.address() < last || partition.end() > flashSize)) {
                return false;
            }
            last = used ? partition.end() : last;
        }
        return partitions.stream().anyMatch(partition -> partition.type() == FIRMWARE);
    }

    /** The table that a chip has, or else the standard one, which is then written to it. */
    public static PartitionTable readOrInstall(NorChip chip) throws IOException {
        PartitionTable table = read(chip);
        if (table == null) {
            table = standard(chip.size());
            table.write(chip);
        }
        return table;
    }

    public void write(NorChip chip) throws IOException {
        ByteBuffer items = ByteBuffer.allocate(partitions.size() * ITEM).order(ByteOrder.LITTLE_ENDIAN);
        for (Partition partition : partitions) {
            items.putInt(partition.type()).putInt((int) partition.address()).putInt((int) partition.size());
        }
        new ConfigPage(chip).write(ConfigPage.PARTITION_TABLE, items.array());
    }

    public List<Partition> partitions() {
        return partitions;
    }

    /** The first partition of a type; one without an address and size when there is none. */
    public Partition find(int type) {
        for (Partition partition : partitions) {
            if (partition.type() == type) {
                return partition;
            }
        }
        return new Partition(type, 0, 0);
    }

    /** The part of a chip that a partition is; null when the table has none of the type or it is not on the chip. */
    public FlashRegion region(NorChip chip, int type) {
        Partition partition = find(type);
        boolean fits = partition.size() > 0 && partition.end() <= chip.size();
        boolean aligned = (partition.address() | partition.size()) % NorChip.SECTOR == 0;
        return fits && aligned ? chip.region((int) partition.address(), (int) partition.size()) : null;
    }

    /**
     * Changes LFS and SPIFFS as {@code node.setpartitiontable} does: a missing one is put behind its predecessor, an
     * empty one is dropped, and SPIFFS goes to 1 MiB when only its size is given and it fits there.
     *
     * @throws IllegalArgumentException with {@link #OUT_OF_RANGE} when partitions overlap, leave the chip or do not
     *     begin and end with a sector
     */
    public PartitionTable change(PartitionChange change, int flashSize) {
        List<Partition> changed = new ArrayList<>();
        long last = 0;
        for (Partition partition : withPlaces()) {
            Partition now = switch (partition.type()) {
                case LFS -> changeLfs(partition, change);
                case SPIFFS -> changeSpiffs(partition, change, flashSize, last);
                default -> partition;
            };
            if (now.size() != 0) {
                boolean aligned = (now.address() | now.size()) % NorChip.SECTOR == 0;
                if (!aligned || now.address() < last || now.size() < 0 || now.end() > flashSize) {
                    throw new IllegalArgumentException(OUT_OF_RANGE);
                }
                changed.add(now);
                last = now.end();
            }
        }
        return new PartitionTable(changed);
    }

    /** The table with an empty LFS behind the firmware and an empty SPIFFS behind LFS where they are missing. */
    private List<Partition> withPlaces() {
        List<Partition> places = new ArrayList<>(partitions);
        for (int i = 0; i < places.size(); i++) {
            int next = i + 1 < places.size() ? places.get(i + 1).type() : 0;
            if (places.get(i).type() == FIRMWARE && next != LFS) {
                places.add(i + 1, new Partition(LFS, places.get(i).end(), 0));
            } else if (places.get(i).type() == LFS && next != SPIFFS) {
                places.add(i + 1, new Partition(SPIFFS, 0, 0));
            }
        }
        return places;
    }

    private static Partition changeLfs(Partition old, PartitionChange change) {
        long address = change.lfsAddress() != null ? change.lfsAddress() : old.address();
        return new Partition(LFS, address, change.lfsSize() != null ? change.lfsSize() : old.size());
    }

    private static Partition changeSpiffs(Partition old, PartitionChange change, int flashSize, long last) {
        if (change.spiffsSize() == null) {
            long address = change.spiffsAddress() != null ? change.spiffsAddress() : old.address();
            return new Partition(SPIFFS, address, old.size());
        }
        // Unsigned as in the firmware: on a chip of 1 MiB the bound wraps round and everything "fits" at 1 MiB.
        long bound = (flashSize - SYSTEM_PARAMETER_SIZE - SPIFFS_START) & 0xffffffffL;
        long usual = change.spiffsSize() <= bound ? SPIFFS_START : last;
        return new Partition(
                SPIFFS, change.spiffsAddress() != null ? change.spiffsAddress() : usual, change.spiffsSize());
    }
}
