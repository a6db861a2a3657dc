package org.perilune.flash.partition;

import java.io.IOException;
import java.util.Arrays;
import org.perilune.flash.chip.FlashException;
import org.perilune.flash.chip.NorChip;

/**
 * The sector at the start of the firmware's code in which it keeps what must survive a restart. Records follow one
 * another: a word with the length of the body in words and the record's id, then the body. A record is replaced by
 * adding another and clearing the old one's id; only a full sector is erased.
 */
public final class ConfigPage {
    /** Where it lies on every chip. */
    public static final int ADDRESS = 0x10000;

    public static final int PARTITION_TABLE = 1;
    public static final int START_COMMAND = 5;
    public static final int START_OPTION = 6;

    private static final int DELETED = 0;
    private static final int FREE = 0xff;
    private static final int WORDS = NorChip.SECTOR / 4;
    private static final int MOST_BODY_WORDS = 64;

    private final NorChip chip;

    public ConfigPage(NorChip chip) {
        this.chip = chip;
    }

    /** The body of a record, padded to whole words; null when there is none. */
    public byte[] read(int id) throws IOException {
        byte[] page = page();
        int at = find(page, id);
        return at < 0 ? null : Arrays.copyOfRange(page, at + 4, at + 4 + bodyLength(page, at));
    }

    /** Adds a record, or replaces the one there is. */
    public void write(int id, byte[] body) throws IOException {
        int length = (body.length + 3) / 4 * 4;
        if (length > MOST_BODY_WORDS * 4) {
            throw new IllegalArgumentException("a record (" + body.length + " bytes) must have at most 256");
        }
        if (Arrays.equals(read(id), Arrays.copyOf(body, length))) {
            return;
        }
        byte[] record = new byte[4 + length];
        record[0] = (byte) (length / 4);
        record[1] = (byte) id;
        System.arraycopy(body, 0, record, 4, body.length);
        byte[] page = page();
        int old = find(page, id);
        int free = find(page, FREE);
        // The last word stays erased, so that every search finds an end.
        if (free >= 0 && free + record.length < NorChip.SECTOR) {
            chip.program(ADDRESS + free, record, 0, record.length);
            if (old >= 0) {
                chip.program(ADDRESS + old, new byte[] {page[old], DELETED}, 0, 2);
            }
        } else {
            rewrite(page, id, record);
        }
    }

    private void rewrite(byte[] page, int id, byte[] record) throws IOException {
        byte[] fresh = new byte[NorChip.SECTOR + record.length];
        int length = 0;
        for (int at = 0; at < NorChip.SECTOR && id(page, at) != FREE; at += 4 + bodyLength(page, at)) {
            if (id(page, at) != DELETED && id(page, at) != id) {
                int n = Math.min(4 + bodyLength(page, at), NorChip.SECTOR - at);
                System.arraycopy(page, at, fresh, length, n);
                length += n;
            }
        }
        System.arraycopy(record, 0, fresh, length, record.length);
        length += record.length;
        if (length >= NorChip.SECTOR) {
            throw new FlashException(ADDRESS, "the configuration sector is full");
        }
        chip.eraseSector(ADDRESS);
        chip.program(ADDRESS, fresh, 0, length);
    }

    private byte[] page() throws IOException {
        byte[] page = new byte[NorChip.SECTOR];
        chip.read(ADDRESS, page, 0, page.length);
        return page;
    }

    private static int find(byte[] page, int id) {
        for (int at = 0; at < WORDS * 4; at += 4 + bodyLength(page, at)) {
            if (id(page, at) == id) {
                return id != FREE && at + 4 + bodyLength(page, at) > NorChip.SECTOR ? -1 : at;
            }
            if (id(page, at) == FREE) {
                return -1;
            }
        }
        return -1;
    }

    private static int id(byte[] page, int at) {
        return page[at + 1] & 0xff;
    }

    private static int bodyLength(byte[] page, int at) {
        return (page[at] & 0xff) * 4;
    }
}
