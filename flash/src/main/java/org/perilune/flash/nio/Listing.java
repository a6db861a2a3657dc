package org.perilune.flash.nio;

import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** A folder's content at the time it was asked for. */
final class Listing implements DirectoryStream<Path> {
    private final List<Path> paths;
    private boolean used;

    Listing(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    @Override
    public Iterator<Path> iterator() {
        if (used) {
            throw new IllegalStateException("a listing can be gone through once");
        }
        used = true;
        return paths.iterator();
    }

    @Override
    public void close() {
        used = true;
    }
}
