package org.perilune.flash.spiffs;

import java.io.IOException;

/** Reads what an object holds. */
final class ObjectReader {
    private final PageStore store;
    private final References references;

    ObjectReader(PageStore store, References references) {
        this.store = store;
        this.references = references;
    }

    /** Reads bytes that are stored and all lie before the object's end. */
    void read(SpiffsObject object, int offset, byte[] into, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int span = (offset + done) / PageHeader.DATA;
            int at = (offset + done) % PageHeader.DATA;
            int n = Math.min(length - done, PageHeader.DATA - at);
            store.read(references.data(object, span), PageHeader.SIZE + at, into, from + done, n);
            done += n;
        }
    }
}
