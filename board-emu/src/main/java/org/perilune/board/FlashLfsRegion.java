package org.perilune.board;

import java.io.IOException;
import org.perilune.board.storage.PowerLoss;
import org.perilune.flash.chip.FlashRegion;
import org.perilune.flash.chip.PowerCutException;
import org.perilune.lfs.LfsRegion;

/** The partition of a chip that holds the board's image of Lua modules. */
final class FlashLfsRegion implements LfsRegion {
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
        try {
            partition.read(0, content, 0, content.length);
        } catch (IOException e) {
            throw failed(e);
        }
        return content;
    }

    @Override
    public void eraseSector(int sector) {
        try {
            partition.eraseSector(sector * SECTOR);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void program(int at, byte[] data) {
        try {
            partition.program(at, data, 0, data.length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(IOException e) {
        if (e instanceof PowerCutException cut) {
            return new PowerLoss(cut);
        }
        return new BoardException("the LFS partition of the flash chip failed: " + e.getMessage(), e);
    }
}
