package org.perilune.flash.spiffs;

import java.util.Arrays;

/** What is known in memory of one object: where its index pages are, and what was written to it but not yet stored. */
final class SpiffsObject {
    /** Writes shorter than this wait for more, as on the device. */
    static final int PENDING = SpiffsGeometry.PAGE;

    final int id;
    final int type;
    String name;
    /** Bytes stored. */
    int size;
    /** Index pages by span, the header page first; -1 for one that is missing. */
    private int[] index;

    /** Bytes that wait to be stored; null when there are none. */
    byte[] pending;
    /** Where in the file they belong: not beyond its end. */
    int pendingAt;

    int pendingLength;
    /** Set when the object was removed while somebody had it open. */
    boolean removed;

    SpiffsObject(int id, int type, String name, int headerPage, int size) {
        this.id = id;
        this.type = type;
        this.name = name;
        this.size = size;
        this.index = new int[] {headerPage};
    }

    int headerPage() {
        return index[0];
    }

    int indexCount() {
        return index.length;
    }

    /** The index page of this span, -1 when there is none. */
    int indexPage(int span) {
        return span < index.length ? index[span] : -1;
    }

    void setIndexPage(int span, int page) {
        if (span >= index.length) {
            int old = index.length;
            index = Arrays.copyOf(index, span + 1);
            Arrays.fill(index, old, span, -1);
        }
        index[span] = page;
    }

    /** Forgets all index pages from this span on. */
    void cutIndex(int span) {
        index = Arrays.copyOf(index, Math.min(span, index.length));
    }

    /** Bytes, those that wait included. */
    int logicalSize() {
        return pending == null ? size : Math.max(size, pendingAt + pendingLength);
    }

    int dataPages() {
        return IndexPage.dataPages(size);
    }
}
