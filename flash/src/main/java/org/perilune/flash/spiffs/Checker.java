package org.perilune.flash.spiffs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a file system right: index entries that name a wrong page are pointed at the right one if it is there, a file
 * with a part missing is cut before it, names that two files have are made different, and every page that nothing
 * wants is given up.
 */
final class Checker {
    private final PageStore store;
    private final Catalogue catalogue;
    private final References references;
    private final ObjectWriter writer;
    private final List<String> messages = new ArrayList<>();

    Checker(PageStore store, Catalogue catalogue, References references, ObjectWriter writer) {
        this.store = store;
        this.catalogue = catalogue;
        this.references = references;
        this.writer = writer;
    }

    CheckReport run() throws IOException {
        Map<Integer, Integer> strays = strays();
        for (SpiffsObject object : catalogue.inOrder()) {
            mend(object, strays);
            if (!catalogue.isNamed(object)) {
                giveName(object);
            }
        }
        return new CheckReport(sweep(), messages);
    }

    /** Complete data pages that no object names, by object id and span. */
    private Map<Integer, Integer> strays() throws IOException {
        Map<Integer, Integer> strays = new HashMap<>();
        for (int page = 0; page < store.geometry().pages(); page++) {
            if (store.isUsed(page) && (store.lookup(page) & PageHeader.INDEX_ID) == 0) {
                PageHeader header = store.header(page);
                if (header.isLive(store.lookup(page)) && !references.isWanted(page, header)) {
                    strays.put(header.id() << 16 | header.span(), page);
                }
            }
        }
        return strays;
    }

    private void mend(SpiffsObject object, Map<Integer, Integer> strays) throws IOException {
        for (int span = 0; span < object.dataPages(); span++) {
            if (object.indexPage(IndexPage.spanFor(span)) >= 0
                    && store.isData(references.raw(object, span), object.id, span)) {
                continue;
            }
            Integer stray = strays.get(object.id << 16 | span);
            if (stray != null && store.isData(stray, object.id, span)) {
                writer.commit(object, span, new int[] {stray}, object.size);
                messages.add("'" + object.name + "': found part " + span + " again");
            } else {
                int lost = object.size - span * PageHeader.DATA;
                messages.add("'" + object.name + "': lost its last " + lost + " bytes");
                writer.truncate(object, span * PageHeader.DATA);
                return;
            }
        }
    }

    private void giveName(SpiffsObject object) throws IOException {
        String old = object.name;
        String stem = old.substring(0, Math.min(old.length(), IndexPage.NAME_FIELD - 8));
        String name = stem + "~" + object.id;
        if (catalogue.byName(name) == null) {
            writer.rename(object, name);
            messages.add("'" + old + "': there were two; one is now '" + name + "'");
        }
    }

    private int sweep() throws IOException {
        BitSet wanted = new BitSet();
        for (SpiffsObject object : catalogue.all()) {
            for (int span = 0; span < object.indexCount(); span++) {
                wanted.set(Math.max(0, object.indexPage(span)));
            }
            for (int span = 0; span < object.dataPages(); span++) {
                wanted.set(references.raw(object, span));
            }
        }
        int freed = 0;
        for (int page = 0; page < store.geometry().pages(); page++) {
            if (store.isUsed(page) && !wanted.get(page)) {
                store.delete(page);
                freed++;
            }
        }
        return freed;
    }
}
