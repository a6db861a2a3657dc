package org.perilune.board.storage;

import java.util.List;

/** The files of a board without a file system: there are none, and none can be made. */
public final class NoFiles implements FileStore {
    @Override
    public Handle open(String name, Mode mode) {
        return null;
    }

    @Override
    public List<Entry> list() {
        return List.of();
    }

    @Override
    public Entry find(String name) {
        return null;
    }

    @Override
    public boolean remove(String name) {
        return false;
    }

    @Override
    public boolean rename(String from, String to) {
        return false;
    }

    @Override
    public boolean format() {
        return false;
    }

    @Override
    public int totalBytes() {
        return 0;
    }

    @Override
    public int usedBytes() {
        return 0;
    }

    @Override
    public int flashAddress() {
        return 0;
    }

    @Override
    public int flashSize() {
        return 0;
    }
}
