package org.perilune.flash.partition;

import java.io.IOException;
import java.util.Arrays;
import org.perilune.flash.chip.NorChip;

/**
 * Parameters of the system in the last sectors of a chip, where the device's own lie. The first two of the three sectors
 * hold a version each, and the whole one with the higher number counts. A new version replaces the older one, so a loss
 * of power leaves the one before or the new one. The layout of a sector is that of {@link ParameterSector}.
 */
public final class SystemParameters {
    /** Most bytes of a body. */
    public static final int MOST_BYTES = ParameterSector.MOST_BYTES;

    private final ParameterSector[] sectors;

    public SystemParameters(NorChip chip) {
        sectors = new ParameterSector[] {new ParameterSector(chip, 0), new ParameterSector(chip, 1)};
    }

    /** The body written last; null when there is none. */
    public byte[] read() throws IOException {
        ParameterSector.Content first = sectors[0].read();
        ParameterSector.Content second = sectors[1].read();
        return isNewer(second, first) ? second.body : first.body;
    }

    /** Writes a body, unless it is what stands there already. */
    public void write(byte[] body) throws IOException {
        if (body.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "parameters (" + body.length + " bytes) must have at most " + MOST_BYTES + " bytes");
        }
        ParameterSector.Content first = sectors[0].read();
        ParameterSector.Content second = sectors[1].read();
        boolean secondCounts = isNewer(second, first);
        ParameterSector.Content newest = secondCounts ? second : first;
        if (!Arrays.equals(body, newest.body)) {
            sectors[secondCounts ? 0 : 1].write(newest.number + 1, body);
        }
    }

    /** Numbers may wrap round. */
    private static boolean isNewer(ParameterSector.Content one, ParameterSector.Content other) {
        return one.body != null && (other.body == null || one.number - other.number > 0);
    }
}
