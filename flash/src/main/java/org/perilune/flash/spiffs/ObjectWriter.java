package org.perilune.flash.spiffs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Changes objects. Each change is made on new pages first and comes true with one index page; old pages are given up
 * after that. Only bytes that are still as erased are programmed where they are.
 */
final class ObjectWriter {
    /** Data pages written before the index is brought up to date. */
    private static final int CHUNK = 32;
    /** Pages that storing one buffer may take: three of data, and index pages anew. */
    private static final int BUFFER_PAGES = 6;

    private final PageStore store;
    private final Catalogue catalogue;
    private final References references;
    private final Collector collector;
    /** Buffers that wait to be stored, for which room was promised. */
    private int promises;
    /** Set while a promise is kept. */
    private boolean promised;

    ObjectWriter(PageStore store, Catalogue catalogue, References references, Collector collector) {
        this.store = store;
        this.catalogue = catalogue;
        this.references = references;
        this.collector = collector;
    }

    SpiffsObject create(String name) throws IOException {
        requireSpace(name, 1);
        makeRoom(1, name);
        int id = Catalogue.freeId(store);
        if (id < 0) {
            throw new NoSpaceException(name);
        }
        int page = store.write(IndexPage.blankHeader(id, IndexPage.TYPE_FILE, name));
        SpiffsObject object = new SpiffsObject(id, IndexPage.TYPE_FILE, name, page, 0);
        catalogue.add(object);
        return object;
    }

    void rename(SpiffsObject object, String name) throws IOException {
        collector.makeRoom(1, collector.tightReserve(), name);
        byte[] header = store.read(object.headerPage());
        IndexPage.putName(header, name);
        collector.moveIndex(object, 0, header);
        catalogue.rename(object, name);
    }

    private void makeRoom(int pages, String name) throws IOException {
        int reserve = collector.reserve();
        try {
            collector.makeRoom(pages, promised ? reserve : reserve + promises * BUFFER_PAGES, name);
        } catch (NoSpaceException e) {
            if (!promised) {
                throw e;
            }
            // The caller was told long ago that it fits, so it may come out of the reserve.
            collector.makeRoom(pages, reserve / 2, name);
        }
    }

    /** Makes sure that a buffer can be stored later. */
    void promiseRoom(String name) throws IOException {
        makeRoom(BUFFER_PAGES, name);
        promises++;
    }

    /** Ends what {@link #promiseRoom} began: the buffer is no longer wanted. */
    void dropPromise() {
        promises--;
    }

    /** Ends what {@link #promiseRoom} began by storing the buffer. */
    void keepPromise(SpiffsObject object, int offset, byte[] bytes, int length) throws IOException {
        promises--;
        promised = true;
        try {
            write(object, offset, bytes, 0, length);
        } finally {
            promised = false;
        }
    }

    /** Fails when so many pages more than now do not fit. */
    void requireSpace(String name, int morePages) throws NoSpaceException {
        if (catalogue.pages() + morePages > store.geometry().usablePages()) {
            throw new NoSpaceException(name);
        }
    }

    /** Stores bytes at a place that is not beyond the object's end. */
    void write(SpiffsObject object, int offset, byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int span = (offset + done) / PageHeader.DATA;
            int indexEnd = IndexPage.firstOf(IndexPage.spanFor(span) + 1);
            int end = Math.min(Math.min(span + CHUNK, indexEnd) * PageHeader.DATA, offset + length);
            int n = end - offset - done;
            writeChunk(object, offset + done, bytes, from + done, n);
            done += n;
        }
    }

    /** Stores bytes on pages that one index page names. */
    private void writeChunk(SpiffsObject object, int offset, byte[] bytes, int from, int length) throws IOException {
        int first = offset / PageHeader.DATA;
        int last = (offset + length - 1) / PageHeader.DATA;
        makeRoom(last - first + 3, object.name);
        int[] pages = new int[last - first + 1];
        List<Integer> replaced = new ArrayList<>();
        for (int span = first; span <= last; span++) {
            int begin = Math.max(offset, span * PageHeader.DATA);
            int end = Math.min(offset + length, (span + 1) * PageHeader.DATA);
            int old = span < object.dataPages() ? oldPage(object, span, begin, end) : IndexPage.NO_PAGE;
            int page = writeData(object, span, old, begin, end, bytes, from + begin - offset);
            pages[span - first] = page;
            if (old != IndexPage.NO_PAGE && old != page) {
                replaced.add(old);
            }
        }
        commit(object, first, pages, Math.max(object.size, offset + length));
        for (int page : replaced) {
            store.delete(page);
        }
    }

    /** The page that has a part of the object now. When all of it is overwritten, a lost one does not matter. */
    private int oldPage(SpiffsObject object, int span, int begin, int end) throws IOException {
        boolean whole = begin == span * PageHeader.DATA && end >= Math.min(object.size, (span + 1) * PageHeader.DATA);
        int page = references.raw(object, span);
        if (whole && !store.isData(page, object.id, span)) {
            return IndexPage.NO_PAGE;
        }
        return references.data(object, span);
    }

    /** Puts bytes on a data page: on the one there is, if they fit behind its content, or else on a new one. */
    private int writeData(SpiffsObject object, int span, int old, int begin, int end, byte[] bytes, int from)
            throws IOException {
        int base = span * PageHeader.DATA;
        int at = PageHeader.SIZE + begin - base;
        if (old != IndexPage.NO_PAGE && begin >= object.size && store.isBlank(old, at, end - begin)) {
            store.program(old, at, bytes, from, end - begin);
            return old;
        }
        byte[] content = new byte[SpiffsGeometry.PAGE];
        Arrays.fill(content, (byte) 0xff);
        if (old != IndexPage.NO_PAGE) {
            int stored = Math.min(PageHeader.DATA, object.size - base);
            store.read(old, PageHeader.SIZE, content, PageHeader.SIZE, stored);
        }
        PageHeader.data(object.id, span).encodeUnfinished(content);
        System.arraycopy(bytes, from, content, at, end - begin);
        return store.write(content);
    }

    /** Makes the index name these data pages, and brings the size up to date. */
    void commit(SpiffsObject object, int firstSpan, int[] pages, int size) throws IOException {
        int span = IndexPage.spanFor(firstSpan);
        byte[] refs = new byte[pages.length * 2];
        for (int i = 0; i < pages.length; i++) {
            Bytes.put16(refs, i * 2, pages[i]);
        }
        int at = IndexPage.refAt(firstSpan);
        if (span > 0) {
            commitRefs(object, span, at, refs);
            if (size != object.size) {
                byte[] header = store.read(object.headerPage());
                Bytes.put32(header, IndexPage.SIZE_AT, size);
                collector.moveIndex(object, 0, header);
            }
        } else {
            commitHeader(object, at, refs, size);
        }
        catalogue.resize(object, size);
    }

    private void commitHeader(SpiffsObject object, int at, byte[] refs, int size) throws IOException {
        byte[] header = store.read(object.headerPage());
        boolean fresh = Bytes.get32(header, IndexPage.SIZE_AT) == IndexPage.NO_SIZE;
        if (fresh && Bytes.areBlank(header, at, refs.length)) {
            byte[] bytes = new byte[4];
            Bytes.put32(bytes, 0, size);
            store.program(object.headerPage(), at, refs, 0, refs.length);
            store.program(object.headerPage(), IndexPage.SIZE_AT, bytes, 0, bytes.length);
        } else {
            Bytes.put32(header, IndexPage.SIZE_AT, size);
            System.arraycopy(refs, 0, header, at, refs.length);
            collector.moveIndex(object, 0, header);
        }
    }

    private void commitRefs(SpiffsObject object, int span, int at, byte[] refs) throws IOException {
        int page = object.indexPage(span);
        byte[] content = page < 0 ? IndexPage.blank(object.id, span) : store.read(page);
        boolean same = Arrays.equals(content, at, at + refs.length, refs, 0, refs.length);
        if (page >= 0 && !same && Bytes.areBlank(content, at, refs.length)) {
            store.program(page, at, refs, 0, refs.length);
        } else if (!same) {
            System.arraycopy(refs, 0, content, at, refs.length);
            collector.moveIndex(object, span, content);
        }
    }

    /** Cuts an object off; what is kept of a page that is cut goes to a new one. */
    void truncate(SpiffsObject object, int size) throws IOException {
        collector.makeRoom(3, collector.tightReserve(), object.name);
        int lastSpan = IndexPage.dataPages(size) - 1;
        List<Integer> doomed = dataFrom(object, lastSpan + 1);
        int kept = IndexPage.NO_PAGE;
        if (size > 0) {
            kept = references.data(object, lastSpan);
            int stay = size - lastSpan * PageHeader.DATA;
            if (stay < PageHeader.DATA) {
                doomed.add(kept);
                kept = copyStart(object, lastSpan, kept, stay);
            }
        }
        int span = size == 0 ? 0 : IndexPage.spanFor(lastSpan);
        byte[] header = store.read(object.headerPage());
        Bytes.put32(header, IndexPage.SIZE_AT, size == 0 ? IndexPage.NO_SIZE : size);
        if (span == 0) {
            cut(header, lastSpan, kept);
        }
        collector.moveIndex(object, 0, header);
        catalogue.resize(object, size);
        if (span > 0) {
            byte[] index = store.read(object.indexPage(span));
            cut(index, lastSpan, kept);
            collector.moveIndex(object, span, index);
        }
        cutIndex(object, span + 1);
        for (int page : doomed) {
            store.delete(page);
        }
    }

    private static void cut(byte[] index, int lastSpan, int kept) {
        if (lastSpan >= 0) {
            Bytes.put16(index, IndexPage.refAt(lastSpan), kept);
        }
        if (lastSpan < 0 || IndexPage.spanFor(lastSpan) == IndexPage.spanFor(lastSpan + 1)) {
            IndexPage.cutRefs(index, lastSpan + 1);
        }
    }

    private int copyStart(SpiffsObject object, int span, int page, int length) throws IOException {
        byte[] content = store.read(page);
        Arrays.fill(content, PageHeader.SIZE + length, content.length, (byte) 0xff);
        PageHeader.data(object.id, span).encodeUnfinished(content);
        return store.write(content);
    }

    /** The object's data pages from this one on, as far as they are there. */
    private List<Integer> dataFrom(SpiffsObject object, int span) throws IOException {
        List<Integer> pages = new ArrayList<>();
        for (int i = Math.max(0, span); i < object.dataPages(); i++) {
            int page = references.raw(object, i);
            if (store.isData(page, object.id, i)) {
                pages.add(page);
            }
        }
        return pages;
    }

    private void cutIndex(SpiffsObject object, int fromSpan) throws IOException {
        int count = object.indexCount();
        List<Integer> pages = new ArrayList<>();
        for (int span = fromSpan; span < count; span++) {
            if (object.indexPage(span) >= 0) {
                pages.add(object.indexPage(span));
            }
        }
        object.cutIndex(fromSpan);
        for (int page : pages) {
            store.delete(page);
        }
    }

    /** Removes an object. It is gone with the first bit; what follows only gives its pages up. */
    void remove(SpiffsObject object) throws IOException {
        store.clearFlags(object.headerPage(), PageHeader.REMOVED);
        List<Integer> pages = dataFrom(object, 0);
        catalogue.remove(object);
        int header = object.headerPage();
        for (int page : pages) {
            store.delete(page);
        }
        cutIndex(object, 1);
        store.delete(header);
    }
}
