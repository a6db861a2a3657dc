package org.perilune.flash.partition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.perilune.flash.chip.FlashException;
import org.perilune.flash.chip.NorChip;

/**
 * The sector at the start of the firmware's code in which it keeps what must survive a restart. Records follow one
 * another: a word with the length of the body in words and the record's id, then the body. A record is replaced by
 * adding another and clearing the old one's id; only a full sector is erased.
 *
 * <p>While it is, what it shall have lies in the last sector of the chip, so that a loss of power does not lose it. (The
 * device takes no such care: it cannot be started any more then.)
 *
 * <p>A record's id is programmed last, when the rest is there. A loss of power just then can leave another id, so whoever
 * reads a record looks whether its body makes sense.
 */
public final class ConfigPage {
    /** Where it lies on every chip. */
    public static final int ADDRESS = 0x10000;

    public static final int PARTITION_TABLE = 1;
    public static final int START_COMMAND = 5;
    public static final int START_OPTION = 6;

    private static final int DELETED = 0;
    private static final int FREE = 0xff;
    private static final int WORD = 4;
    private static final int MOST_BODY_WORDS = 64;
    /** The last word stays erased, so that every search finds an end. */
    private static final int END = NorChip.SECTOR - WORD;

    private final NorChip chip;
    /** Holds what the sector shall have while that is erased and written anew; otherwise nothing. */
    private final ParameterSector spare;

    public ConfigPage(NorChip chip) {
        this.chip = chip;
        spare = new ParameterSector(chip, ParameterSector.COUNT - 1);
    }

    /** The bodies of all records with an id, padded to whole words: the one that counts is the first that makes sense. */
    public List<byte[]> read(int id) throws IOException {
        byte[] page = page();
        List<byte[]> bodies = new ArrayList<>();
        for (int at = 0; id(page, at) != FREE; at = next(page, at)) {
            if (id(page, at) == id) {
                bodies.add(Arrays.copyOfRange(page, at + WORD, next(page, at)));
            }
        }
        return bodies;
    }

    /** Adds a record, or replaces those there are. */
    public void write(int id, byte[] body) throws IOException {
        int length = (body.length + WORD - 1) / WORD * WORD;
        if (length > MOST_BODY_WORDS * WORD) {
            throw new IllegalArgumentException("a record (" + body.length + " bytes) must have at most 256");
        }
        byte[] padded = Arrays.copyOf(body, length);
        List<byte[]> before = read(id);
        if (before.size() == 1 && Arrays.equals(before.get(0), padded)) {
            return;
        }
        byte[] page = page();
        int at = firstFree(page);
        int used = usedBehind(page, at);
        if (used > 0) {
            at = skip(page, at, used);
        }
        if (at < 0 || at + WORD + length > END) {
            rewrite(page, id, padded);
            return;
        }
        chip.program(ADDRESS + at + WORD, padded, 0, length);
        finish(at, length / WORD, id);
        for (int old = 0; old < at; old = next(page, old)) {
            if (id(page, old) == id) {
                chip.program(ADDRESS + old + 1, new byte[] {DELETED}, 0, 1);
            }
        }
    }

    /** Programs a record's first word, its id after the rest. */
    private void finish(int at, int words, int id) throws IOException {
        chip.program(ADDRESS + at, new byte[] {(byte) words, (byte) FREE, 0, 0}, 0, WORD);
        chip.program(ADDRESS + at + 1, new byte[] {(byte) id}, 0, 1);
    }

    /** Makes a deleted record of what an interrupted write left; the place behind it, -1 when there is none. */
    private int skip(byte[] page, int at, int used) throws IOException {
        int most = page[at] & 0xff;
        for (int words = (used - 1) / WORD; words <= most; words++) {
            // Programming can only clear bits of the length that may stand there.
            if ((words & ~most) == 0) {
                int behind = at + WORD + words * WORD;
                if (behind >= END) {
                    return -1;
                }
                finish(at, words, DELETED);
                page[at] = (byte) words;
                page[at + 1] = DELETED;
                return behind;
            }
        }
        return -1;
    }

    private void rewrite(byte[] page, int id, byte[] body) throws IOException {
        byte[] fresh = new byte[2 * NorChip.SECTOR];
        int length = 0;
        for (int at = 0; id(page, at) != FREE; at = next(page, at)) {
            if (id(page, at) != DELETED && id(page, at) != id) {
                System.arraycopy(page, at, fresh, length, next(page, at) - at);
                length += next(page, at) - at;
            }
        }
        fresh[length] = (byte) (body.length / WORD);
        fresh[length + 1] = (byte) id;
        System.arraycopy(body, 0, fresh, length + WORD, body.length);
        length += WORD + body.length;
        if (length > ParameterSector.MOST_BYTES) {
            throw new FlashException(ADDRESS, "the configuration sector is full");
        }
        byte[] whole = Arrays.copyOf(fresh, length);
        spare.write(0, whole);
        replaceBy(whole);
    }

    private void replaceBy(byte[] whole) throws IOException {
        chip.eraseSector(ADDRESS);
        chip.program(ADDRESS, whole, 0, whole.length);
        spare.clear();
    }

    /** The sector's content; its last word is erased in any case. */
    private byte[] page() throws IOException {
        byte[] interrupted = spare.read().body;
        if (interrupted != null) {
            replaceBy(interrupted);
        }
        byte[] page = new byte[NorChip.SECTOR];
        chip.read(ADDRESS, page, 0, END);
        Arrays.fill(page, END, page.length, (byte) FREE);
        return page;
    }

    private static int firstFree(byte[] page) {
        int at = 0;
        while (id(page, at) != FREE) {
            at = next(page, at);
        }
        return at;
    }

    /** Bytes from a place on up to the last that is not erased. */
    private static int usedBehind(byte[] page, int at) {
        int end = END;
        while (end > at && page[end - 1] == (byte) FREE) {
            end--;
        }
        return end - at;
    }

    private static int id(byte[] page, int at) {
        return page[at + 1] & 0xff;
    }

    /** Where the record behind one begins. */
    private static int next(byte[] page, int at) {
        return Math.min(END, at + WORD + (page[at] & 0xff) * WORD);
    }
}
