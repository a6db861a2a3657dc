package org.perilune.board.storage;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files in the host's memory, with the limits of the real file system but none of its overhead. */
public final class MemoryFileStore implements FileStore {
    private static final int DEFAULT_CAPACITY = 3 << 20;
    private static final int FLASH_ADDRESS = 0x100000;

    private final int capacity;
    private final Map<String, Content> files = new LinkedHashMap<>();
    private int openCount;
    private int used;

    /** A file's bytes; what lies beyond the size is room. */
    private static final class Content {
        private byte[] bytes = {};
        private int size;
        /** Whether the file was removed while it was open. */
        private boolean removed;
    }

    public MemoryFileStore() {
        this(DEFAULT_CAPACITY);
    }

    /** @param capacity bytes that fit into all files together */
    public MemoryFileStore(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized Handle open(String name, Mode mode) {
        Content content = files.get(name);
        if (openCount >= MAX_OPEN || !isValid(name) || (content == null && !mode.creates())) {
            return null;
        }
        if (content == null) {
            content = new Content();
            files.put(name, content);
        } else if (mode.truncates()) {
            truncate(content);
        }
        openCount++;
        return new OpenFile(content, mode);
    }

    private static boolean isValid(String name) {
        return !name.isEmpty() && name.length() <= MAX_NAME;
    }

    private void truncate(Content content) {
        used -= content.size;
        content.size = 0;
        content.bytes = new byte[0];
    }

    @Override
    public synchronized List<Entry> list() {
        return files.entrySet().stream()
                .map(file -> new Entry(file.getKey(), file.getValue().size))
                .toList();
    }

    @Override
    public synchronized Entry find(String name) {
        Content content = files.get(name);
        return content == null ? null : new Entry(name, content.size);
    }

    @Override
    public synchronized boolean remove(String name) {
        if (openCount >= MAX_OPEN || !files.containsKey(name)) {
            return false;
        }
        Content content = files.remove(name);
        truncate(content);
        content.removed = true;
        return true;
    }

    @Override
    public synchronized boolean rename(String from, String to) {
        if (openCount >= MAX_OPEN || !files.containsKey(from) || files.containsKey(to) || !isValid(to)) {
            return false;
        }
        files.put(to, files.remove(from));
        return true;
    }

    @Override
    public synchronized boolean format() {
        files.values().forEach(content -> content.removed = true);
        files.clear();
        used = 0;
        return true;
    }

    @Override
    public int totalBytes() {
        return capacity;
    }

    @Override
    public synchronized int usedBytes() {
        return used;
    }

    @Override
    public int flashAddress() {
        return FLASH_ADDRESS;
    }

    @Override
    public int flashSize() {
        return capacity;
    }

    private final class OpenFile implements Handle {
        private final Content content;
        private final Mode mode;
        private int at;
        private boolean closed;

        OpenFile(Content content, Mode mode) {
            this.content = content;
            this.mode = mode;
        }

        private boolean isDead() {
            return closed || content.removed;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            synchronized (MemoryFileStore.this) {
                if (isDead() || !mode.reads()) {
                    return -1;
                }
                int count = Math.max(0, Math.min(length, content.size - at));
                System.arraycopy(content.bytes, Math.min(at, content.size), into, from, count);
                at += count;
                return count;
            }
        }

        @Override
        public int write(byte[] bytes, int from, int length) {
            synchronized (MemoryFileStore.this) {
                if (isDead() || !mode.writes()) {
                    return -1;
                }
                if (mode.appends()) {
                    at = content.size;
                }
                // As on flash, what does not fit as a whole changes nothing.
                int count = length <= content.size - at + capacity - used ? length : 0;
                if (at + count > content.size) {
                    grow(at + count);
                }
                System.arraycopy(bytes, from, content.bytes, at, count);
                at += count;
                return count;
            }
        }

        private void grow(int size) {
            if (size > content.bytes.length) {
                content.bytes = Arrays.copyOf(content.bytes, Math.max(size, 2 * content.bytes.length));
            }
            used += size - content.size;
            content.size = size;
        }

        @Override
        public int seek(int offset, Whence whence) {
            synchronized (MemoryFileStore.this) {
                if (isDead()) {
                    return -1;
                }
                long origin = switch (whence) {
                    case START -> 0;
                    case CURRENT -> at;
                    case END -> content.size;
                };
                long target = origin + offset;
                if (target < 0) {
                    return -1;
                }
                at = (int) Math.min(target, content.size);
                return target > content.size ? -1 : at;
            }
        }

        @Override
        public boolean flush() {
            synchronized (MemoryFileStore.this) {
                return !isDead();
            }
        }

        @Override
        public void close() {
            synchronized (MemoryFileStore.this) {
                if (!closed) {
                    closed = true;
                    openCount--;
                }
            }
        }
    }
}
