package org.perilune.flash.spiffs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes room: moves what is wanted out of a block and erases it. Data pages are copied first, then the index page that
 * names them is written anew, and only then its old version is given up; so a cut at any place loses nothing.
 */
final class Collector {
    /** Blocks looked at closely in a first round, and in pairs: those with the most garbage. */
    private static final int SHORT_LIST = 5;
    /** Each so many collections, a block that was left alone for long is taken, to spread the wear. */
    private static final int WEAR_ROUND = 4;
    /** What counts as long: so many erasures for each block. */
    private static final int OLD = 2;
    /** Collections for one request that may give nothing: a full disk shall not wear itself out. */
    private static final int IDLE_RUNS = 4;

    private final PageStore store;
    private final Catalogue catalogue;
    private final References references;
    private long collections;
    /** Free pages wanted when nothing helped last, and the store's changes then: until it changes again nothing will. */
    private int refused = Integer.MAX_VALUE;

    private long refusedAt;

    Collector(PageStore store, Catalogue catalogue, References references) {
        this.store = store;
        this.catalogue = catalogue;
        this.references = references;
    }

    long collections() {
        return collections;
    }

    /** Pages that stay free for the collector itself. */
    int reserve() {
        return SpiffsGeometry.SPARE_BLOCKS * store.geometry().entriesPerBlock();
    }

    /** What stays free when a change is small and soon gives pages back, such as shortening a file. */
    int tightReserve() {
        return reserve() - 4;
    }

    /**
     * Collects until so many pages are free.
     *
     * @param reserve pages that must stay free beyond them
     */
    void makeRoom(int pages, int reserve, String file) throws IOException {
        int wanted = pages + reserve;
        if (store.freePages() < wanted && wanted >= refused && store.changes() == refusedAt) {
            throw new NoSpaceException(file);
        }
        int tries = 2 * store.geometry().blocks();
        int idle = 0;
        while (store.freePages() < wanted) {
            Plan plan = tries-- > 0 ? choose() : null;
            idle += plan != null && plan.gain() <= 0 ? 1 : 0;
            if (plan == null || idle > IDLE_RUNS) {
                refused = wanted;
                refusedAt = store.changes();
                throw new NoSpaceException(file);
            }
            run(plan);
        }
    }

    /** Empties a block and erases it; false when its content fits nowhere else. */
    boolean collect(int block) throws IOException {
        Plan plan = plan(block);
        if (!plan.fits()) {
            return false;
        }
        run(plan);
        return true;
    }

    private Plan choose() throws IOException {
        if (collections % WEAR_ROUND == WEAR_ROUND - 1) {
            Plan oldest = oldest();
            if (oldest != null) {
                return oldest;
            }
        }
        Plan best = best(shortList());
        if (best == null || best.gain() <= 0) {
            List<Integer> all = new ArrayList<>();
            for (int block = 0; block < store.geometry().blocks(); block++) {
                all.add(block);
            }
            best = best(all);
        }
        if (best == null || best.gain() <= 0) {
            Plan two = bestPair();
            best = two == null ? best : two;
        }
        // A block that gives nothing is worth it only while the reserve is whole: it brings garbage together.
        return best != null && (best.gain() > 0 || store.freePages() + best.gain() >= reserve()) ? best : null;
    }

    private List<Integer> shortList() {
        List<Integer> list = new ArrayList<>();
        for (int block = 0; block < store.geometry().blocks(); block++) {
            int at = list.size();
            while (at > 0 && store.garbage(list.get(at - 1)) < store.garbage(block)) {
                at--;
            }
            if (at < SHORT_LIST && store.garbage(block) > 0) {
                list.add(at, block);
                if (list.size() > SHORT_LIST) {
                    list.remove(SHORT_LIST);
                }
            }
        }
        return list;
    }

    private Plan best(List<Integer> blocks) throws IOException {
        Plan best = null;
        for (int block : blocks) {
            if (store.taken(block) > 0) {
                Plan plan = plan(block);
                if (plan.fits() && (best == null || plan.gain() > best.gain())) {
                    best = plan;
                }
            }
        }
        return best;
    }

    /** Two blocks that name few index pages between them may give room where neither does alone. */
    private Plan bestPair() throws IOException {
        Plan best = null;
        List<Integer> list = shortList();
        for (int i = 0; i < list.size(); i++) {
            for (int j = i + 1; j < list.size(); j++) {
                Plan plan = plan(list.get(i), list.get(j));
                if (plan.fits() && plan.gain() > 0 && (best == null || plan.gain() > best.gain())) {
                    best = plan;
                }
            }
        }
        // A long file lies in blocks that follow one another, and neighbours share its index pages.
        for (int block = 0; best == null && block < store.geometry().blocks(); block++) {
            Plan plan = plan(block, (block + 1) % store.geometry().blocks());
            best = plan.fits() && plan.gain() > 0 ? plan : null;
        }
        return best;
    }

    private Plan oldest() throws IOException {
        int found = 0;
        for (int block = 1; block < store.geometry().blocks(); block++) {
            if (store.age(block) > store.age(found)) {
                found = block;
            }
        }
        if (store.age(found) < OLD * store.geometry().blocks()) {
            return null;
        }
        Plan plan = plan(found);
        return plan.fits() && store.freePages() + plan.gain() >= reserve() ? plan : null;
    }

    /** Index pages to write anew, each with the data pages to move that it names. */
    private final class Plan {
        final int[] blocks;
        final Map<IndexKey, List<Integer>> moves = new LinkedHashMap<>();
        int dataPages;

        Plan(int... blocks) {
            this.blocks = blocks;
        }

        /** Pages that carrying it out takes. */
        int needs() {
            return dataPages + moves.size();
        }

        /** Free pages that there will be more. */
        int gain() {
            int taken = 0;
            for (int block : blocks) {
                taken += store.taken(block);
            }
            return taken - needs();
        }

        boolean fits() {
            int elsewhere = store.freePages();
            for (int block : blocks) {
                elsewhere -= store.freePages(block);
            }
            return needs() <= elsewhere;
        }
    }

    private record IndexKey(SpiffsObject object, int span) {}

    private Plan plan(int... blocks) throws IOException {
        Plan plan = new Plan(blocks);
        for (int block : blocks) {
            add(plan, block);
        }
        return plan;
    }

    private void add(Plan plan, int block) throws IOException {
        for (int entry = 0; entry < store.taken(block); entry++) {
            int page = store.geometry().pageOf(block, entry);
            if (!store.isUsed(page)) {
                continue;
            }
            PageHeader header = store.header(page);
            if (!header.isLive(store.lookup(page))) {
                continue;
            }
            SpiffsObject object = catalogue.byId(header.id() & ~PageHeader.INDEX_ID);
            if (header.isIndex()) {
                if (object != null && object.indexPage(header.span()) == page) {
                    plan.moves.computeIfAbsent(new IndexKey(object, header.span()), k -> new ArrayList<>());
                }
            } else if (references.isWanted(page, header)) {
                IndexKey key = new IndexKey(object, IndexPage.spanFor(header.span()));
                plan.moves.computeIfAbsent(key, k -> new ArrayList<>()).add(page);
                plan.dataPages++;
            }
        }
    }

    private void run(Plan plan) throws IOException {
        collections++;
        for (int block : plan.blocks) {
            store.close(block);
        }
        try {
            for (Map.Entry<IndexKey, List<Integer>> move : plan.moves.entrySet()) {
                moveOut(move.getKey(), move.getValue());
            }
            for (int block : plan.blocks) {
                store.erase(block);
            }
        } finally {
            store.reopen();
        }
    }

    private void moveOut(IndexKey key, List<Integer> dataPages) throws IOException {
        byte[] index = store.read(key.object().indexPage(key.span()));
        for (int page : dataPages) {
            byte[] content = store.read(page);
            PageHeader header = PageHeader.decode(content, 0);
            header.encodeUnfinished(content);
            Bytes.put16(index, IndexPage.refAt(header.span()), store.write(content));
        }
        moveIndex(key.object(), key.span(), index);
    }

    /** Writes an index page anew, in place of the one that the object has. */
    void moveIndex(SpiffsObject object, int span, byte[] content) throws IOException {
        PageHeader.decode(content, 0).encodeUnfinished(content);
        int old = object.indexPage(span);
        object.setIndexPage(span, store.write(content));
        if (old >= 0) {
            store.delete(old);
        }
    }
}
