package org.perilune.lfs;

import java.util.Arrays;
import java.util.Locale;
import org.perilune.runtime.value.FlashStrings;

/**
 * A board's region with the image in it. Call {@link #boot} when the board starts and give the machine the strings; the
 * image then stays what it is until the next start, whatever is written meanwhile.
 */
public final class LfsStore {
    /** Where the processor sees the flash chip's first byte. */
    private static final int MAPPED = 0x40200000;

    private static final int WRITE_BLOCK = DeviceInflater.BLOCK;

    private final LfsRegion region;
    private LfsImage image;

    /** @param region where images lie; null for a board that has no such region */
    public LfsStore(LfsRegion region) {
        this.region = region;
    }

    /**
     * Looks for an image, as a board does when it starts.
     *
     * @return what the board has to say of it, empty when all is well
     */
    public String boot() {
        image = null;
        if (region == null) {
            return "";
        }
        byte[] content = region.read();
        LfsHeader header = LfsHeader.read(content);
        int signature = header.target().signature();
        if (signature == 0 || signature == -1) {
            return "No LFS image loaded\n";
        }
        if (!header.target().sameBuild(LfsTarget.DEFAULT)) {
            return String.format(
                    Locale.ROOT,
                    "Flash sig not correct: 0x%08x vs 0x%08x\n",
                    signature & ~LfsTarget.ABSOLUTE,
                    LfsTarget.DEFAULT.signature());
        }
        int main = header.main() - mappedAddress();
        if (header.hashVector() == -1 || Integer.compareUnsigned(main, header.size()) >= 0) {
            return String.format(
                    Locale.ROOT,
                    "Flash size check failed: 0x%08x vs 0xFFFFFFFF; 0x%08x >= 0x%08x\n",
                    header.hashVector(),
                    main,
                    header.size());
        }
        try {
            image = LfsImage.read(content, mappedAddress());
            return "";
        } catch (LfsFormatException e) {
            // The firmware would run it, and crash sooner or later.
            return "LFS image not used: " + e.getMessage() + "\n";
        }
    }

    /** The image that the board started with, or null. */
    public LfsImage image() {
        return image;
    }

    /** The strings of that image. */
    public FlashStrings strings() {
        return image == null ? FlashStrings.NONE : image.strings();
    }

    /** Bytes of the region; 0 when there is none. */
    public int size() {
        return region == null ? 0 : region.size();
    }

    /** Where the region begins in the flash chip; 0 when there is none. */
    public int flashAddress() {
        return region == null ? 0 : region.flashAddress();
    }

    /** Where the processor sees the region; 0 when there is none. */
    public int mappedAddress() {
        return region == null ? 0 : MAPPED + region.flashAddress();
    }

    /** Bytes that the image takes; 0 when there is none. */
    public int used() {
        return image == null ? 0 : image.size();
    }

    /**
     * Puts a file's image into the region, of either kind; a board that runs sees it after its next start.
     *
     * @throws LfsFormatException when the board could not run it; the region is unchanged then
     */
    public void install(byte[] file) {
        write(content(file));
    }

    /**
     * Makes sure that the board could run a file's image, of either kind.
     *
     * @throws LfsFormatException when it could not
     */
    public void check(byte[] file) {
        content(file);
    }

    private byte[] content(byte[] file) {
        if (region == null) {
            throw LfsFormatException.of(
                    "cannot be loaded: the board has no LFS region; give it one", "No LFS partition allocated");
        }
        byte[] content = LfsFile.open(file, size()).at(mappedAddress());
        LfsImage.read(content, mappedAddress());
        return content;
    }

    /**
     * Writes an image block by block. The old one's first word is cleared before the first sector is erased, and the new
     * one's says that it is being written until the last block is done, so that half an image is none after a loss of
     * power.
     */
    void write(byte[] content) {
        region.program(0, new byte[Words.SIZE]);
        for (int sector = 0; sector <= (content.length - 1) / LfsRegion.SECTOR; sector++) {
            region.eraseSector(sector);
        }
        byte[] first = Arrays.copyOf(content, Words.SIZE);
        byte[] unfinished = first.clone();
        unfinished[0] |= LfsTarget.IN_PROGRESS;
        for (int at = 0; at < content.length; at += WRITE_BLOCK) {
            byte[] block = Arrays.copyOfRange(content, at, Math.min(at + WRITE_BLOCK, content.length));
            if (at == 0) {
                System.arraycopy(unfinished, 0, block, 0, unfinished.length);
            }
            region.program(at, block);
        }
        region.program(0, first);
    }
}
