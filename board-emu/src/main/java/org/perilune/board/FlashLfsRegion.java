package org.perilune.board;

import org.perilune.flash.chip.FlashRegion;
import org.perilune.lfs.LfsRegion;

/** The partition of a chip that holds the board's image of Lua modules. */
final class FlashLfsRegion implements LfsRegion {
    private static final String FAILED = "the LFS partition of the flash chip failed";

    private final FlashRegion partition;

    FlashLfsRegion(FlashRegion partition) {
        this.partition = partition;
    }

    @Override
    public int flashAddress() {
        return partition.start();
    }

    @Override
    public int size() {
        return partition.size();
    }

    @Override
    public byte[] read() {
        byte[] content = new byte[partition.size()];
        FlashWork.run(FAILED, () -> partition.read(0, content, 0, content.length));
        return content;
    }

    @Override
    public void eraseSector(int sector) {
        FlashWork.run(FAILED, () -> partition.eraseSector(sector * SECTOR));
    }

    @Override
    public void program(int at, byte[] data) {
        FlashWork.run(FAILED, () -> partition.program(at, data, 0, data.length));
    }
}
