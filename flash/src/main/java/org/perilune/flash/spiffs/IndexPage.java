package org.perilune.flash.spiffs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The layout of index pages. The first of an object, its header page, holds the object's size, type and name and the
 * numbers of its first data pages; the others hold numbers only.
 */
final class IndexPage {
    static final int SIZE_AT = 8;
    static final int TYPE_AT = 12;
    static final int NAME_AT = 13;
    /** Bytes of a name, the NUL at its end included. */
    static final int NAME_FIELD = 32;

    static final int TYPE_FILE = 1;
    /** The size of an object that nothing was written to yet: it can still be programmed to any other. */
    static final int NO_SIZE = -1;
    /** In place of a page's number: none. */
    static final int NO_PAGE = 0xffff;

    /** Where the page numbers begin in a header page. */
    private static final int HEADER_REFS_AT = 46;
    /** Where they begin in the others. */
    private static final int REFS_AT = 8;

    private static final int HEADER_REFS = (SpiffsGeometry.PAGE - HEADER_REFS_AT) / 2;
    private static final int REFS = (SpiffsGeometry.PAGE - REFS_AT) / 2;

    private IndexPage() {}

    /** Which index page has the number of this data page. */
    static int spanFor(int dataSpan) {
        return dataSpan < HEADER_REFS ? 0 : 1 + (dataSpan - HEADER_REFS) / REFS;
    }

    /** Where in its index page the number of this data page stands. */
    static int refAt(int dataSpan) {
        return dataSpan < HEADER_REFS ? HEADER_REFS_AT + 2 * dataSpan : REFS_AT + 2 * ((dataSpan - HEADER_REFS) % REFS);
    }

    /** The first data page whose number this index page has. */
    static int firstOf(int indexSpan) {
        return indexSpan == 0 ? 0 : HEADER_REFS + (indexSpan - 1) * REFS;
    }

    /** Data pages that files of this size have. */
    static int dataPages(int size) {
        return (size + PageHeader.DATA - 1) / PageHeader.DATA;
    }

    /** Index pages that files of this size have. */
    static int indexPages(int size) {
        return size == 0 ? 1 : 1 + spanFor(dataPages(size) - 1);
    }

    /** All pages that files of this size have. */
    static int allPages(int size) {
        return dataPages(size) + indexPages(size);
    }

    /** A header page for an object that has no content. */
    static byte[] blankHeader(int id, int type, String name) {
        byte[] page = blank(id, 0);
        page[TYPE_AT] = (byte) type;
        putName(page, name);
        return page;
    }

    static byte[] blank(int id, int span) {
        byte[] page = new byte[SpiffsGeometry.PAGE];
        Arrays.fill(page, (byte) 0xff);
        PageHeader.index(id, span).encodeUnfinished(page);
        return page;
    }

    static void putName(byte[] page, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(page, NAME_AT, NAME_AT + NAME_FIELD, (byte) 0);
        System.arraycopy(bytes, 0, page, NAME_AT, bytes.length);
    }

    static String name(byte[] page) {
        int length = 0;
        while (length < NAME_FIELD - 1 && page[NAME_AT + length] != 0) {
            length++;
        }
        return new String(page, NAME_AT, length, StandardCharsets.ISO_8859_1);
    }

    /** Forgets the numbers of this data page and all after it that the index page has. */
    static void cutRefs(byte[] page, int fromDataSpan) {
        Arrays.fill(page, refAt(fromDataSpan), SpiffsGeometry.PAGE, (byte) 0xff);
    }
}
