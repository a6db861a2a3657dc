package org.perilune.flash.partition;

/**
 * One entry of the partition table.
 *
 * @param type what it is for; see the constants of {@link PartitionTable}
 * @param address where it begins
 * @param size its bytes
 */
public record Partition(int type, long address, long size) {
    public long end() {
        return address + size;
    }
}
