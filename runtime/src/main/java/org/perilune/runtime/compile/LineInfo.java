package org.perilune.runtime.compile;

import org.perilune.runtime.value.Proto;

/**
 * Which source line each instruction belongs to. Instructions of one line in a row are a run: an optional line delta,
 * then a count from 1 to 126. The line starts at 0 and each run goes one line on, the delta says by how much the run
 * departs from that: first byte with bit 7, bit 6 for backwards and 6 bits, more bytes with bit 7 and 7 bits, low bits
 * first. A 0 byte ends it.
 */
public final class LineInfo {
    static final int DELTA = 0x80;
    static final int BACKWARDS = 0x40;
    static final int LOW_BITS = 0x3f;
    static final int MORE_BITS = 0x7f;
    /** Stands in bytes not yet written. */
    static final int FILL = 0x7f;
    /** Most instructions of one run. */
    static final int MAX_COUNT = 126;

    private LineInfo() {}

    /** Source line of an instruction, 0 when the function has no line info. */
    public static int line(Proto proto, int pc) {
        byte[] info = proto.lineInfo;
        int line = 0;
        int firstPc = 0;
        int at = 0;
        while (at < info.length && info[at] != 0 && info[at] != FILL) {
            if (info[at] < 0) {
                boolean backwards = (info[at] & BACKWARDS) != 0;
                int delta = info[at++] & LOW_BITS;
                for (int shift = 6; at < info.length && info[at] < 0; shift += 7) {
                    delta += (info[at++] & MORE_BITS) << shift;
                }
                line += backwards ? -delta : delta + 2;
            } else {
                line++;
            }
            if (at == info.length) {
                return 0;
            }
            int nextPc = firstPc + info[at++];
            if (pc < nextPc) {
                return line;
            }
            firstPc = nextPc;
        }
        return 0;
    }

    /** Bytes of line info up to and including the 0 that ends it, 0 when there is none. */
    static int length(Proto proto) {
        byte[] info = proto.lineInfo;
        for (int i = 0; i < info.length; i++) {
            if (info[i] == 0) {
                return i + 1;
            }
        }
        return info.length;
    }
}
