package org.perilune.runtime.value;

import org.perilune.runtime.heap.Account;
import org.perilune.runtime.heap.Heap;

/** The machine's one buffer for building strings out of parts: grows to what is asked, halves while idle. */
final class ConcatBuffer {
    private static final int MIN_SIZE = 32;

    private final Heap heap;
    private byte[] bytes = {};
    private int address;
    private boolean inUse;

    ConcatBuffer(Heap heap) {
        this.heap = heap;
    }

    /** Room for at least {@code length} bytes; the buffer is in use until {@link #release}. */
    byte[] open(int length) {
        inUse = length > 0;
        if (length > bytes.length) {
            resize(Math.max(length, MIN_SIZE));
        }
        return bytes;
    }

    /** Ends the use; a collection may shrink the buffer now. */
    void release() {
        inUse = false;
    }

    /** Called at the end of each collection's sweep. */
    void shrinkIfIdle() {
        if (!inUse && bytes.length > MIN_SIZE * 2) {
            resize(bytes.length / 2);
        }
    }

    private void resize(int length) {
        address = heap.realloc(Account.CONCAT_BUFFER, address, bytes.length, length);
        bytes = new byte[length];
    }
}
