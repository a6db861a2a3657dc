package org.perilune.flash.spiffs;

import java.io.IOException;

/** Follows index pages to data pages. */
final class References {
    private final PageStore store;
    private final Catalogue catalogue;

    References(PageStore store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /** The number of an object's data page as its index has it, {@link IndexPage#NO_PAGE} when it has none. */
    int raw(SpiffsObject object, int dataSpan) throws IOException {
        int page = object.indexPage(IndexPage.spanFor(dataSpan));
        return page < 0 ? IndexPage.NO_PAGE : store.read16(page, IndexPage.refAt(dataSpan));
    }

    /** The number of an object's data page, which is sure to be one. */
    int data(SpiffsObject object, int dataSpan) throws IOException {
        int page = raw(object, dataSpan);
        if (!store.isData(page, object.id, dataSpan)) {
            int index = Math.max(0, object.indexPage(IndexPage.spanFor(dataSpan)));
            throw new SpiffsException(
                    store.geometry().address(index) + IndexPage.refAt(dataSpan),
                    String.format("part %d of '%s' is lost: page %d is not it", dataSpan, object.name, page),
                    "check the file system, which keeps what comes before",
                    null);
        }
        return page;
    }

    /** Whether the object that a data page says it belongs to has it. */
    boolean isWanted(int page, PageHeader header) throws IOException {
        SpiffsObject owner = catalogue.byId(header.id());
        return owner != null && header.span() < owner.dataPages() && raw(owner, header.span()) == page;
    }
}
