package org.perilune.flash.spiffs;

import java.io.IOException;

/** Gathers short writes of an object to one page's worth, as the device does, so that each does not cost a page. */
final class WriteBuffer {
    private final ObjectWriter writer;

    WriteBuffer(ObjectWriter writer) {
        this.writer = writer;
    }

    /** Writes at a place not beyond the object's end; fails before anything changed when it does not fit. */
    void write(SpiffsObject object, int offset, byte[] bytes, int from, int length) throws IOException {
        int more = IndexPage.allPages(Math.max(object.logicalSize(), offset + length))
                - IndexPage.allPages(object.logicalSize());
        if (more > 0) {
            writer.requireSpace(object.name, more);
        }
        if (object.pending != null && !joins(object, offset, length)) {
            flush(object);
        }
        if (length >= SpiffsObject.PENDING) {
            writer.write(object, offset, bytes, from, length);
            return;
        }
        if (object.pending == null) {
            writer.promiseRoom(object.name);
            object.pending = new byte[SpiffsObject.PENDING];
            object.pendingAt = offset;
            object.pendingLength = 0;
        }
        int at = offset - object.pendingAt;
        System.arraycopy(bytes, from, object.pending, at, length);
        object.pendingLength = Math.max(object.pendingLength, at + length);
    }

    private static boolean joins(SpiffsObject object, int offset, int length) {
        return length < SpiffsObject.PENDING
                && offset >= object.pendingAt
                && offset <= object.pendingAt + object.pendingLength
                && offset + length <= object.pendingAt + SpiffsObject.PENDING;
    }

    /** Forgets what waits. */
    void drop(SpiffsObject object) {
        if (object.pending != null) {
            object.pending = null;
            writer.dropPromise();
        }
    }

    /** Stores what waits. When it cannot be stored it is lost, as it is on the device. */
    void flush(SpiffsObject object) throws IOException {
        byte[] bytes = object.pending;
        if (bytes != null) {
            object.pending = null;
            writer.keepPromise(object, object.pendingAt, bytes, object.pendingLength);
        }
    }
}
