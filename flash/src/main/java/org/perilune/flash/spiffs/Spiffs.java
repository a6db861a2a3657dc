package org.perilune.flash.spiffs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.perilune.flash.chip.FlashRegion;

/**
 * A mounted SPIFFS: a flat file system whose names are up to 31 bytes, "/" being a byte like any other. A name is given
 * as a text whose characters stand for one byte each. Safe for several threads: each call is atomic.
 */
public final class Spiffs implements Closeable {
    /** Most bytes of a name. */
    public static final int MAX_NAME = IndexPage.NAME_FIELD - 1;
    /** Files that the board can have open at a time. */
    public static final int MAX_OPEN = 4;
    /** What a file is called until it takes the place of another; one that a power cut has left goes with the next. */
    private static final String UNFINISHED = "~perilune-unfinished~";

    private final ReentrantLock lock = new ReentrantLock();
    private final PageStore store;
    private final List<ChangeListener> listeners = new ArrayList<>();
    private final List<SpiffsFile> open = new ArrayList<>();
    private Mounted mounted;
    /** Set when flash failed in the middle of a change: what is known in memory may not be what is stored. */
    private boolean stale;

    private boolean closed;

    /** What is known of the file system's content; made anew whenever it is read anew. */
    private static final class Mounted {
        final Catalogue catalogue = new Catalogue();
        final References references;
        final Collector collector;
        final ObjectReader reader;
        final ObjectWriter writer;
        final WriteBuffer buffer;

        Mounted(PageStore store) {
            references = new References(store, catalogue);
            collector = new Collector(store, catalogue, references);
            reader = new ObjectReader(store, references);
            writer = new ObjectWriter(store, catalogue, references, collector);
            buffer = new WriteBuffer(writer);
        }
    }

    private Spiffs(FlashRegion region, SpiffsGeometry geometry) {
        store = new PageStore(region.part(0, geometry.size()), geometry);
    }

    /** Makes an empty file system that takes the whole region, in blocks as the image tool chooses them. */
    public static Spiffs format(FlashRegion region) throws IOException {
        return format(region, SpiffsGeometry.ofSize(region.size()));
    }

    /** Makes an empty file system of this geometry at the region's start. */
    public static Spiffs format(FlashRegion region, SpiffsGeometry geometry) throws IOException {
        new PageStore(region.part(0, geometry.size()), geometry).format();
        return mount(region);
    }

    /**
     * Finds and mounts the file system at a region's start; it may be shorter than the region.
     *
     * @throws SpiffsException when there is none
     */
    public static Spiffs mount(FlashRegion region) throws IOException {
        Spiffs spiffs = new Spiffs(region, Probe.find(region));
        spiffs.load();
        return spiffs;
    }

    private void load() throws IOException {
        for (SpiffsFile file : open) {
            file.detach();
        }
        open.clear();
        store.load();
        Mounted fresh = new Mounted(store);
        new Scanner(store, fresh.catalogue).scan();
        recover(fresh.collector);
        mounted = fresh;
        stale = false;
    }

    /** Erases the one block whose erasure may have been cut, once what is still wanted of it is elsewhere. */
    private void recover(Collector collector) throws IOException {
        int unsigned = -1;
        for (int block = 0; block < store.geometry().blocks(); block++) {
            if (!store.hasMagic(block)) {
                if (unsigned >= 0) {
                    throw new SpiffsException(
                            block * store.geometry().blockSize(),
                            "blocks " + unsigned + " and " + block + " are not of this file system",
                            "format it");
                }
                unsigned = block;
            }
        }
        if (unsigned >= 0 && !collector.collect(unsigned)) {
            throw new SpiffsException(
                    unsigned * store.geometry().blockSize(),
                    "block " + unsigned + " is not marked as one of this file system, and what it has fits nowhere",
                    "format it");
        }
    }

    public SpiffsGeometry geometry() {
        return store.geometry();
    }

    /** The flash that the file system takes. */
    public FlashRegion region() {
        return store.region();
    }

    /** Lets somebody learn of changes from now on; once is enough. */
    public void listen(ChangeListener listener) {
        lock.lock();
        try {
            if (!listeners.contains(listener)) {
                listeners.add(listener);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Opens a file as the board does: at most four are open at a time. */
    public SpiffsFile open(String name, OpenMode mode) throws IOException {
        return open(name, mode, true);
    }

    /** Opens a file for the host, which has no such limit. */
    public SpiffsFile openForHost(String name, OpenMode mode) throws IOException {
        return open(name, mode, false);
    }

    private SpiffsFile open(String name, OpenMode mode, boolean counted) throws IOException {
        return perform(m -> {
            checkName(name);
            if (counted) {
                requireHandle(name);
            }
            SpiffsObject object = m.catalogue.byName(name);
            if (object != null && mode.fresh()) {
                throw new FileAlreadyExistsException(name);
            }
            if (object == null) {
                if (!mode.creates() || !mode.writes()) {
                    throw new NoSuchFileException(name);
                }
                object = m.writer.create(name);
                tell(l -> l.changed(name));
            } else if (mode.truncates() && mode.writes()) {
                cut(m, object, 0);
            }
            SpiffsFile file = new SpiffsFile(this, object, mode, counted);
            open.add(file);
            return file;
        });
    }

    /**
     * Fails when the board has as many files open as it can: then it can neither remove nor rename one, since it opens
     * what it changes.
     */
    public void requireHandle(String name) throws IOException {
        perform(m -> {
            if (open.stream().filter(SpiffsFile::isCounted).count() >= MAX_OPEN) {
                throw new FileSystemException(name, null, MAX_OPEN + " files are open already");
            }
            return null;
        });
    }

    private void cut(Mounted m, SpiffsObject object, int size) throws IOException {
        if (size == 0) {
            m.buffer.drop(object);
        } else {
            m.buffer.flush(object);
        }
        if (size < object.size) {
            m.writer.truncate(object, size);
        }
        tell(l -> l.changed(object.name));
    }

    /** All files, in the order in which the original lists them. */
    public List<SpiffsEntry> list() throws IOException {
        return perform(m -> m.catalogue.inOrder().stream().map(Spiffs::entry).toList());
    }

    /** One file; null when there is none. */
    public SpiffsEntry stat(String name) throws IOException {
        return perform(m -> {
            SpiffsObject object = m.catalogue.byName(name);
            return object == null ? null : entry(object);
        });
    }

    private static SpiffsEntry entry(SpiffsObject object) {
        return new SpiffsEntry(object.name, object.size, object.id);
    }

    /** Removes a file; those who have it open can no longer use it. */
    public void remove(String name) throws IOException {
        perform(m -> {
            discard(m, existing(m, name));
            tell(l -> l.removed(name));
            return null;
        });
    }

    /** Gives a file another name, which no file may have yet. */
    public void rename(String from, String to) throws IOException {
        perform(m -> {
            checkName(to);
            SpiffsObject object = existing(m, from);
            if (m.catalogue.byName(to) != null) {
                throw new FileAlreadyExistsException(to);
            }
            m.writer.rename(object, to);
            tell(l -> l.renamed(from, to));
            return null;
        });
    }

    /** Gives a file another name; a file that had it is gone at the same time. */
    public void renameOver(String from, String to) throws IOException {
        perform(m -> {
            checkName(to);
            SpiffsObject object = existing(m, from);
            if (!from.equals(to)) {
                takeName(m, object, to);
                tell(l -> l.renamed(from, to));
            }
            return null;
        });
    }

    /**
     * Puts a whole file where there was another or none. Nobody sees anything between, and a power cut leaves the one or
     * the other; both must fit. Those who have the old file open can no longer use it.
     *
     * @throws NoSpaceException when it does not fit; the old file is still there then
     */
    public void replace(String name, byte[] content) throws IOException {
        perform(m -> {
            checkName(name);
            SpiffsObject left = m.catalogue.byName(UNFINISHED);
            if (left != null) {
                discard(m, left);
            }
            m.writer.requireSpace(name, IndexPage.allPages(content.length));
            SpiffsObject fresh = m.writer.create(UNFINISHED);
            try {
                m.writer.write(fresh, 0, content, 0, content.length);
                takeName(m, fresh, name);
            } catch (NoSpaceException e) {
                discard(m, fresh);
                throw new NoSpaceException(name);
            }
            tell(l -> l.changed(name));
            return null;
        });
    }

    /** For a moment two objects have the name, each of them whole. */
    private void takeName(Mounted m, SpiffsObject object, String name) throws IOException {
        SpiffsObject old = m.catalogue.byName(name);
        m.writer.rename(object, name);
        if (old != null) {
            discard(m, old);
            tell(l -> l.removed(name));
        }
    }

    private void discard(Mounted m, SpiffsObject object) throws IOException {
        open.removeIf(file -> file.isOf(object));
        m.buffer.drop(object);
        m.writer.remove(object);
    }

    private static SpiffsObject existing(Mounted m, String name) throws NoSuchFileException {
        SpiffsObject object = m.catalogue.byName(name);
        if (object == null) {
            throw new NoSuchFileException(name);
        }
        return object;
    }

    public SpiffsInfo info() throws IOException {
        return perform(m -> new SpiffsInfo(
                (store.geometry().usablePages() + 1) * PageHeader.DATA,
                store.usedPages() * PageHeader.DATA,
                store.usedPages(),
                Math.max(0, store.freePages() - m.collector.reserve()),
                m.collector.collections()));
    }

    /** Puts right what an interrupted write or damage left. */
    public CheckReport check() throws IOException {
        return perform(m -> {
            for (SpiffsObject object : m.catalogue.inOrder()) {
                m.buffer.flush(object);
            }
            return new Checker(store, m.catalogue, m.references, m.writer).run();
        });
    }

    /** Removes everything; files that are open can no longer be used. */
    public void format() throws IOException {
        lock.lock();
        try {
            checkOpen();
            List<SpiffsEntry> gone = new ArrayList<>();
            if (!stale) {
                mounted.catalogue.all().forEach(object -> gone.add(entry(object)));
            }
            stale = true;
            store.format();
            load();
            gone.forEach(entry -> tell(l -> l.removed(entry.name())));
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what is not stored and reads everything anew, as after a loss of power; open files are of no use then. */
    public void remount() throws IOException {
        lock.lock();
        try {
            checkOpen();
            stale = true;
            load();
        } finally {
            lock.unlock();
        }
    }

    /** Stores what waits in all open files. */
    public void flush() throws IOException {
        perform(m -> {
            for (SpiffsObject object : m.catalogue.inOrder()) {
                m.buffer.flush(object);
            }
            return null;
        });
    }

    /** Stores what waits and lets go; files that are open can no longer be used. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (!closed) {
                try {
                    flush();
                } finally {
                    closed = true;
                    open.forEach(SpiffsFile::detach);
                    open.clear();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    // What open files ask for.

    int read(SpiffsObject object, int offset, byte[] into, int from, int length) throws IOException {
        return perform(m -> {
            m.buffer.flush(object);
            int n = Math.max(0, Math.min(length, object.size - offset));
            m.reader.read(object, offset, into, from, n);
            return n;
        });
    }

    /** Writes at a place, or at the end when it is negative; the place after what was written. */
    int write(SpiffsObject object, int offset, byte[] bytes, int from, int length) throws IOException {
        return perform(m -> {
            int end = object.logicalSize();
            int at = offset < 0 ? end : offset;
            if ((long) at + length > (long) store.geometry().usablePages() * PageHeader.DATA) {
                throw new NoSpaceException(object.name);
            }
            for (int gap = at - end; gap > 0; gap = at - object.logicalSize()) {
                int n = Math.min(gap, PageHeader.DATA);
                m.buffer.write(object, object.logicalSize(), new byte[n], 0, n);
            }
            m.buffer.write(object, at, bytes, from, length);
            tell(l -> l.changed(object.name));
            return at + length;
        });
    }

    void truncate(SpiffsObject object, int size) throws IOException {
        perform(m -> {
            if (size < object.logicalSize()) {
                cut(m, object, size);
            }
            return null;
        });
    }

    void flush(SpiffsObject object) throws IOException {
        perform(m -> {
            m.buffer.flush(object);
            return null;
        });
    }

    void close(SpiffsFile file, SpiffsObject object) throws IOException {
        lock.lock();
        try {
            open.remove(file);
            if (!closed && !stale && !object.removed) {
                flush(object);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes a file without storing what waits, unless somebody else has the same file open. */
    void abandon(SpiffsFile file, SpiffsObject object) {
        open.remove(file);
        boolean others = open.stream().anyMatch(other -> other.isOf(object));
        if (!closed && !stale && !object.removed && !others) {
            mounted.buffer.drop(object);
        }
    }

    ReentrantLock lock() {
        return lock;
    }

    private interface Task<T> {
        T run(Mounted m) throws IOException;
    }

    private interface Notice {
        void to(ChangeListener listener);
    }

    private <T> T perform(Task<T> task) throws IOException {
        lock.lock();
        try {
            checkOpen();
            if (stale) {
                load();
            }
            // Until the task is through, what is known in memory may run ahead of flash.
            boolean sound = false;
            try {
                T result = task.run(mounted);
                sound = true;
                return result;
            } catch (FileSystemException | SpiffsException e) {
                // Refused, or found damaged: whatever was changed before is known.
                sound = true;
                throw e;
            } finally {
                stale = !sound;
            }
        } finally {
            lock.unlock();
        }
    }

    private void tell(Notice notice) {
        listeners.forEach(notice::to);
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("the file system is closed");
        }
    }

    private static void checkName(String name) throws FileSystemException {
        boolean bytes = StandardCharsets.ISO_8859_1.newEncoder().canEncode(name);
        if (!bytes || name.isEmpty() || name.length() > MAX_NAME || name.indexOf('\0') >= 0) {
            throw new FileSystemException(name, null, "a name must have 1 to 31 bytes and no NUL");
        }
    }
}
