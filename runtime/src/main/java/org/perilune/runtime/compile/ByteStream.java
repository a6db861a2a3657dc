package org.perilune.runtime.compile;

import java.util.ArrayDeque;

/** The parts of a chunk as one stream of bytes. */
final class ByteStream {
    /** What stands for a byte at the end. */
    static final int END = -1;

    private static final byte[] NOTHING = {};

    private final ChunkReader reader;
    /** Parts fetched before their time, by {@link #holds}. */
    private final ArrayDeque<byte[]> ahead = new ArrayDeque<>();

    private byte[] part = NOTHING;
    private int at;
    private boolean ended;

    ByteStream(ChunkReader reader) {
        this.reader = reader;
    }

    /** The next byte, 0 to 255, without consuming it, or {@link #END}. */
    int peek() {
        return at < part.length || nextPart() ? part[at] & 0xff : END;
    }

    /** The next byte, 0 to 255, or {@link #END}. */
    int next() {
        return at < part.length || nextPart() ? part[at++] & 0xff : END;
    }

    /** Fills {@code target} from the stream; false when the stream ended before. */
    boolean read(byte[] target, int length) {
        int filled = 0;
        while (filled < length) {
            if (at == part.length && !nextPart()) {
                return false;
            }
            int count = Math.min(length - filled, part.length - at);
            System.arraycopy(part, at, target, filled, count);
            at += count;
            filled += count;
        }
        return true;
    }

    /** Whether at least {@code count} more bytes come. Fetches as many parts as it takes to know. */
    boolean holds(long count) {
        long known = (long) part.length - at;
        for (byte[] later : ahead) {
            known += later.length;
        }
        while (known < count) {
            byte[] fetched = fetch();
            if (fetched.length == 0) {
                return false;
            }
            ahead.add(fetched);
            known += fetched.length;
        }
        return true;
    }

    private boolean nextPart() {
        part = ahead.isEmpty() ? fetch() : ahead.remove();
        at = 0;
        return part.length > 0;
    }

    private byte[] fetch() {
        if (ended) {
            return NOTHING;
        }
        byte[] fetched = reader.read();
        ended = fetched == null || fetched.length == 0;
        return ended ? NOTHING : fetched;
    }
}
