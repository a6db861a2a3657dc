package org.perilune.flash.spiffs;

import java.io.IOException;
import org.perilune.flash.chip.FlashRegion;

/** Finds out whether and how a region is formatted: each block's magic says how many blocks follow. */
final class Probe {
    private static final int[] BLOCK_SIZES = {8192, 4096};

    private Probe() {}

    static SpiffsGeometry find(FlashRegion region) throws IOException {
        for (int blockSize : BLOCK_SIZES) {
            // One block may have lost its magic to an erasure that was cut; so the first need not be asked alone.
            for (int block = 0; block < 3; block++) {
                SpiffsGeometry geometry = fromBlock(region, blockSize, block);
                if (geometry != null) {
                    return geometry;
                }
            }
        }
        throw new SpiffsException(
                0, "no file system of " + region.size() + " bytes or less begins here", "format it to have one", null);
    }

    private static SpiffsGeometry fromBlock(FlashRegion region, int blockSize, int block) throws IOException {
        int at = block * blockSize + SpiffsGeometry.PAGE - 4;
        if (at + 2 > region.size()) {
            return null;
        }
        int blocks = (read(region, at) ^ SpiffsGeometry.magic(0, SpiffsGeometry.PAGE)) + block;
        if (blocks < 4
                || (long) blocks * blockSize > region.size()
                || blocks * (blockSize / SpiffsGeometry.PAGE) > 0xffff) {
            return null;
        }
        SpiffsGeometry geometry = new SpiffsGeometry(blockSize, blocks);
        int wrong = 0;
        for (int i = 0; i < blocks && wrong < 2; i++) {
            wrong += read(region, geometry.magicAddress(i)) == geometry.magic(i) ? 0 : 1;
        }
        return wrong < 2 ? geometry : null;
    }

    private static int read(FlashRegion region, int at) throws IOException {
        byte[] bytes = new byte[2];
        region.read(at, bytes, 0, 2);
        return Bytes.get16(bytes, 0);
    }
}
