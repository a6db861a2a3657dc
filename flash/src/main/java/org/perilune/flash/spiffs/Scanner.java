package org.perilune.flash.spiffs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all objects when mounting. Where an interrupted change left two versions of an index page, either is sound:
 * the one that names whole data is taken and the other given up at once, so that it cannot come back later. Anything
 * else that is left over costs space only and waits for a check or the collector.
 */
final class Scanner {
    private final PageStore store;
    private final Catalogue catalogue;
    /** Index pages by object id, then by span. */
    private final Map<Integer, Map<Integer, Integer>> found = new HashMap<>();
    /** Pairs of index pages with one place: the page found first and another. */
    private final List<int[]> doubles = new ArrayList<>();

    Scanner(PageStore store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    void scan() throws IOException {
        for (int page = 0; page < store.geometry().pages(); page++) {
            if (store.isUsed(page) && (store.lookup(page) & PageHeader.INDEX_ID) != 0) {
                note(page);
            }
        }
        for (int[] pair : doubles) {
            settle(pair[0], pair[1]);
        }
        for (Map.Entry<Integer, Map<Integer, Integer>> entry : found.entrySet()) {
            Integer header = entry.getValue().get(0);
            if (header != null) {
                catalogue.add(assemble(header, entry.getValue()));
            }
        }
    }

    private void note(int page) throws IOException {
        PageHeader header = store.header(page);
        if (!header.isLive(store.lookup(page)) || (header.span() == 0 && header.isRemoved())) {
            return;
        }
        Map<Integer, Integer> spans = found.computeIfAbsent(header.id() & ~PageHeader.INDEX_ID, k -> new HashMap<>());
        Integer other = spans.putIfAbsent(header.span(), page);
        if (other != null) {
            doubles.add(new int[] {other, page});
        }
    }

    private void settle(int first, int second) throws IOException {
        PageHeader header = store.header(first);
        int id = header.id() & ~PageHeader.INDEX_ID;
        Map<Integer, Integer> spans = found.get(id);
        int current = spans.get(header.span());
        int winner = soundness(second, id, header.span()) > soundness(current, id, header.span()) ? second : current;
        spans.put(header.span(), winner);
        store.delete(winner == second ? current : second);
    }

    /** Of an index page: minus the number of pages it names wrongly. */
    private int soundness(int page, int id, int span) throws IOException {
        byte[] content = store.read(page);
        int from = IndexPage.firstOf(span);
        int end = IndexPage.firstOf(span + 1);
        if (span == 0) {
            end = Math.min(end, IndexPage.dataPages(size(content)));
        }
        int wrong = 0;
        for (int i = from; i < end; i++) {
            int data = Bytes.get16(content, IndexPage.refAt(i));
            boolean none = data == IndexPage.NO_PAGE && span > 0;
            if (!none && !store.isData(data, id, i)) {
                wrong++;
            }
        }
        return -wrong;
    }

    /** The size in a header page; one that cannot be is what an interrupted first write left, so nothing is there. */
    private int size(byte[] header) {
        int size = Bytes.get32(header, IndexPage.SIZE_AT);
        boolean possible = size >= 0 && size <= store.geometry().usablePages() * PageHeader.DATA;
        return possible ? size : 0;
    }

    private SpiffsObject assemble(int headerPage, Map<Integer, Integer> spans) throws IOException {
        byte[] header = store.read(headerPage);
        int id = Bytes.get16(header, 0) & ~PageHeader.INDEX_ID;
        int size = size(header);
        int type = header[IndexPage.TYPE_AT] & 0xff;
        SpiffsObject object = new SpiffsObject(id, type, IndexPage.name(header), headerPage, size);
        for (Map.Entry<Integer, Integer> index : spans.entrySet()) {
            if (index.getKey() >= IndexPage.indexPages(size)) {
                // Left by an append or a cut that did not come to its end.
                store.delete(index.getValue());
            } else {
                object.setIndexPage(index.getKey(), index.getValue());
            }
        }
        return object;
    }
}
