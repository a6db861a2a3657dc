package org.perilune.flash.spiffs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All objects of a mounted file system, by id and by name. */
final class Catalogue {
    private final Map<Integer, SpiffsObject> byId = new HashMap<>();
    private final Map<String, SpiffsObject> byName = new HashMap<>();
    /** Pages of all objects together, as their sizes ask for. */
    private int pages;

    SpiffsObject byId(int id) {
        return byId.get(id);
    }

    SpiffsObject byName(String name) {
        return byName.get(name);
    }

    /** Adds an object; of two with one name (a damaged image has them) the first keeps it. */
    void add(SpiffsObject object) {
        byId.put(object.id, object);
        byName.putIfAbsent(object.name, object);
        pages += IndexPage.allPages(object.size);
    }

    void remove(SpiffsObject object) {
        byId.remove(object.id);
        byName.remove(object.name, object);
        pages -= IndexPage.allPages(object.size);
        object.removed = true;
    }

    void rename(SpiffsObject object, String name) {
        byName.remove(object.name, object);
        object.name = name;
        byName.put(name, object);
    }

    void resize(SpiffsObject object, int size) {
        pages += IndexPage.allPages(size) - IndexPage.allPages(object.size);
        object.size = size;
    }

    /** Whether this object can be found by its name. */
    boolean isNamed(SpiffsObject object) {
        return byName.get(object.name) == object;
    }

    /** Pages that all objects need, once what waits is stored as well. */
    int pages() {
        int sum = pages;
        for (SpiffsObject object : byId.values()) {
            sum += IndexPage.allPages(object.logicalSize()) - IndexPage.allPages(object.size);
        }
        return sum;
    }

    /** All objects in the order of their header pages, which is how the original lists them. */
    List<SpiffsObject> inOrder() {
        List<SpiffsObject> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparingInt(SpiffsObject::headerPage));
        return all;
    }

    Collection<SpiffsObject> all() {
        return byId.values();
    }

    /** The lowest id that no page has, not even one left over; -1 when there is none. */
    static int freeId(PageStore store) {
        BitSet taken = new BitSet();
        for (int page = 0; page < store.geometry().pages(); page++) {
            if (store.isUsed(page)) {
                taken.set(store.lookup(page) & ~PageHeader.INDEX_ID);
            }
        }
        int id = taken.nextClearBit(1);
        return id <= store.geometry().highestId() ? id : -1;
    }
}
