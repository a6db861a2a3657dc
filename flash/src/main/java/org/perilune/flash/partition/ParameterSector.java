package org.perilune.flash.partition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.perilune.flash.chip.NorChip;

/**
 * One of the three sectors at the end of a chip, where the device has its system parameters. The device's layout is not
 * published; this one is, little-endian:
 *
 * <pre>
 *  0  4  "PLSP"
 *  4  4  a number
 *  8  4  bytes of the body
 * 12  4  CRC-32 of the number and the length, high byte first, and the body
 * 16     the body
 * </pre>
 */
final class ParameterSector {
    static final int COUNT = 3;

    private static final int MARK = 0x50534c50;
    private static final int HEADER = 16;
    /** Most bytes of a body. */
    static final int MOST_BYTES = NorChip.SECTOR - HEADER;

    private final NorChip chip;
    private final int address;

    /** What a sector holds. */
    static final class Content {
        private static final Content NONE = new Content(0, null);

        final int number;
        /** Null where the sector holds nothing whole. */
        final byte[] body;

        private Content(int number, byte[] body) {
            this.number = number;
            this.body = body;
        }
    }

    /** @param index 0 to 2, in the order of addresses */
    ParameterSector(NorChip chip, int index) {
        this.chip = chip;
        address = chip.size() - (COUNT - index) * NorChip.SECTOR;
    }

    Content read() throws IOException {
        byte[] sector = new byte[NorChip.SECTOR];
        chip.read(address, sector, 0, sector.length);
        ByteBuffer in = ByteBuffer.wrap(sector).order(ByteOrder.LITTLE_ENDIAN);
        int mark = in.getInt();
        int number = in.getInt();
        int length = in.getInt();
        int checksum = in.getInt();
        if (mark != MARK || length < 0 || length > MOST_BYTES) {
            return Content.NONE;
        }
        byte[] body = Arrays.copyOfRange(sector, HEADER, HEADER + length);
        return checksum(number, body) == checksum ? new Content(number, body) : Content.NONE;
    }

    /** Puts a body in place of what is there; a loss of power leaves neither or the new one. */
    void write(int number, byte[] body) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(HEADER + body.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MARK).putInt(number).putInt(body.length).putInt(checksum(number, body));
        out.put(body);
        chip.eraseSector(address);
        chip.program(address, out.array(), 0, out.capacity());
    }

    /** Takes away the mark, so that the sector holds nothing. */
    void clear() throws IOException {
        chip.program(address, new byte[Integer.BYTES], 0, Integer.BYTES);
    }

    private static int checksum(int number, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(number)
                .putInt(body.length)
                .flip());
        crc.update(body);
        return (int) crc.getValue();
    }
}
