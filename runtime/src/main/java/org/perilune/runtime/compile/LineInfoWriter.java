package org.perilune.runtime.compile;

import org.perilune.runtime.value.LuaThread;
import org.perilune.runtime.value.Proto;

/** Packs the line info of a function while its code is being made. {@link LineInfo} tells the format. */
final class LineInfoWriter {
    private final LuaThread thread;
    private final Proto proto;
    /** Line of the last run. */
    private int line;
    /** Place of the last run's count; -1 when there is none. */
    private int countAt;
    /** Last instruction that has a line. */
    private int lastPc = -1;

    LineInfoWriter(LuaThread thread, Proto proto) {
        this.thread = thread;
        this.proto = proto;
    }

    /** Says the line of the instruction just made; it may stand in the place of the last one. */
    void add(int pc, int atLine) {
        if (pc != lastPc + 1) {
            moveLast(atLine);
        } else if (atLine == line && proto.lineInfo[countAt] < LineInfo.MAX_COUNT) {
            proto.lineInfo[countAt]++;
        } else {
            startRun(atLine);
        }
        lastPc = pc;
    }

    /** Gives the last instruction another line. */
    void moveLast(int toLine) {
        if (toLine != line) {
            if (proto.lineInfo[countAt] > 1) {
                proto.lineInfo[countAt]--;
            } else {
                dropRun();
            }
            startRun(toLine);
        }
    }

    /**
     * Takes back the last run, delta and all. The line before it comes out wrong after a delta of more than one byte:
     * each further byte counts double, and only the first and last of them are told apart. So it is in the firmware, and
     * the lines that follow show it.
     */
    private void dropRun() {
        byte[] info = proto.lineInfo;
        int at = countAt;
        info[at--] = LineInfo.FILL;
        int delta = 0;
        while (isDelta(at)) {
            int code = info[at];
            info[at--] = LineInfo.FILL;
            if (isDelta(at)) {
                delta += (code & LineInfo.MORE_BITS) << 7;
            } else {
                delta += (code & LineInfo.LOW_BITS) + 1;
                if ((code & LineInfo.BACKWARDS) != 0) {
                    delta = -delta;
                }
            }
        }
        line -= delta + 1;
        countAt = at;
    }

    private boolean isDelta(int at) {
        return at >= 0 && (proto.lineInfo[at] & LineInfo.DELTA) != 0;
    }

    private void startRun(int toLine) {
        int at = proto.lineInfo.length == 0 ? 0 : countAt + 1;
        int delta = toLine - line - 1;
        if (delta != 0) {
            int flags = LineInfo.DELTA;
            if (delta < 0) {
                flags |= LineInfo.BACKWARDS;
                delta = -delta;
            }
            delta--;
            put(at++, flags | (delta & LineInfo.LOW_BITS));
            for (delta >>= 6; delta != 0; delta >>= 7) {
                put(at++, LineInfo.DELTA | (delta & LineInfo.MORE_BITS));
            }
        }
        put(at, 1);
        line = toLine;
        countAt = at;
    }

    /** Writes a byte; the vector's last one stays 0. */
    private void put(int at, int value) {
        if (at >= proto.lineInfo.length - 1) {
            grow();
        }
        proto.lineInfo[at] = (byte) value;
    }

    private void grow() {
        int length = proto.lineInfo.length;
        proto.resizeLineInfo(thread.vm().heap(), Growth.next(thread, length, Growth.UNLIMITED, "code size overflow"));
        java.util.Arrays.fill(proto.lineInfo, Math.max(length - 1, 0), proto.lineInfo.length - 1, (byte) LineInfo.FILL);
    }

    /** Ends the line info and cuts the vector to its length. */
    void finish() {
        proto.lineInfo[countAt + 1] = 0;
        proto.resizeLineInfo(thread.vm().heap(), countAt + 2);
    }
}
