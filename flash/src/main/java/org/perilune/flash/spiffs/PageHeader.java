package org.perilune.flash.spiffs;

/**
 * The five bytes before a page's content. Flags are bits that are cleared when they come true, so that each can be set
 * by programming alone.
 *
 * @param id the object the page belongs to; {@link #INDEX_ID} is set on index pages
 * @param span the page's number among the object's pages of its kind
 * @param flags see the constants
 */
record PageHeader(int id, int span, int flags) {
    static final int SIZE = 5;
    /** Where the flags stand in a page. */
    static final int FLAGS_AT = 4;
    /** Bytes of a file that one page holds. */
    static final int DATA = SpiffsGeometry.PAGE - SIZE;

    /** In an object id: this is an index page, not data. */
    static final int INDEX_ID = 0x8000;

    /** In the lookup: the page was never used since its block was erased. */
    static final int FREE_ID = 0xffff;
    /** In the lookup: the page's content is no longer wanted. */
    static final int DELETED_ID = 0;

    /** Cleared on a page that was begun. */
    static final int USED = 1;
    /** Cleared on a page that is complete. */
    static final int FINAL = 1 << 1;
    /** Cleared on an index page. */
    static final int INDEX = 1 << 2;
    /** Cleared on the header page of an object that is being removed. */
    static final int REMOVED = 1 << 6;
    /** Cleared on a page whose content is no longer wanted. */
    static final int DELETED = 1 << 7;

    static PageHeader data(int id, int span) {
        return new PageHeader(id, span, 0xff & ~USED & ~FINAL);
    }

    static PageHeader index(int id, int span) {
        return new PageHeader(id | INDEX_ID, span, 0xff & ~USED & ~FINAL & ~INDEX);
    }

    static PageHeader decode(byte[] page, int at) {
        return new PageHeader(Bytes.get16(page, at), Bytes.get16(page, at + 2), page[at + FLAGS_AT] & 0xff);
    }

    /** Writes this header at the start of a page, marked as not yet complete. */
    void encodeUnfinished(byte[] page) {
        Bytes.put16(page, 0, id);
        Bytes.put16(page, 2, span);
        page[FLAGS_AT] = (byte) (flags | FINAL);
    }

    boolean isIndex() {
        return (flags & INDEX) == 0;
    }

    /** Whether the page is complete, wanted, and of the kind that its id in the lookup says. */
    boolean isLive(int lookupId) {
        return id == lookupId && (flags & (USED | FINAL | DELETED)) == DELETED && isIndex() == ((id & INDEX_ID) != 0);
    }

    /** Whether the object that this header page leads is being removed. */
    boolean isRemoved() {
        return (flags & REMOVED) == 0;
    }
}
