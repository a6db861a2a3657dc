package org.perilune.flash.nio;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A path in a SPIFFS. Where names are shown flat, all behind the root is one element. */
final class SpiffsPath implements Path {
    private final SpiffsFileSystem fileSystem;
    private final boolean absolute;
    private final List<String> elements;

    SpiffsPath(SpiffsFileSystem fileSystem, boolean absolute, List<String> elements) {
        this.fileSystem = fileSystem;
        this.absolute = absolute;
        this.elements = List.copyOf(elements);
    }

    static SpiffsPath parse(SpiffsFileSystem fileSystem, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidPathException(text.replace('\0', '?'), "a name has no NUL");
        }
        boolean absolute = text.startsWith("/");
        String rest = absolute ? text.substring(1) : text;
        List<String> elements = new ArrayList<>();
        if (fileSystem.layout() == Layout.FLAT) {
            elements.add(rest);
        } else {
            elements.addAll(List.of(rest.split("/")));
            elements.removeIf(String::isEmpty);
        }
        if (absolute) {
            elements.removeIf(String::isEmpty);
        } else if (elements.isEmpty()) {
            elements.add("");
        }
        return new SpiffsPath(fileSystem, absolute, elements);
    }

    private SpiffsPath with(boolean rooted, List<String> parts) {
        return new SpiffsPath(fileSystem, rooted, parts);
    }

    private boolean isEmpty() {
        return !absolute && elements.equals(List.of(""));
    }

    private SpiffsPath ours(Path other) {
        if (other instanceof SpiffsPath path && path.fileSystem == fileSystem) {
            return path;
        }
        throw new ProviderMismatchException(
                Objects.requireNonNull(other, "path").toString());
    }

    /** What {@link Tree} looks up: the elements from the root on. */
    String text() {
        return String.join("/", normalize().toAbsolutePath().elements);
    }

    @Override
    public SpiffsFileSystem getFileSystem() {
        return fileSystem;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public Path getRoot() {
        return absolute ? with(true, List.of()) : null;
    }

    @Override
    public Path getFileName() {
        return elements.isEmpty() ? null : with(false, elements.subList(elements.size() - 1, elements.size()));
    }

    @Override
    public Path getParent() {
        if (elements.isEmpty() || (elements.size() == 1 && !absolute)) {
            return null;
        }
        return with(absolute, elements.subList(0, elements.size() - 1));
    }

    @Override
    public int getNameCount() {
        return elements.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int begin, int end) {
        if (begin < 0 || end > elements.size() || begin >= end) {
            throw new IllegalArgumentException("no elements " + begin + " to " + end + " in " + this);
        }
        return with(false, elements.subList(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof SpiffsPath path
                && path.fileSystem == fileSystem
                && path.absolute == absolute
                && path.elements.size() <= elements.size()
                && elements.subList(0, path.elements.size()).equals(path.elements);
    }

    @Override
    public boolean endsWith(Path other) {
        if (!(other instanceof SpiffsPath path) || path.fileSystem != fileSystem) {
            return false;
        }
        int from = elements.size() - path.elements.size();
        if (path.absolute) {
            return equals(path);
        }
        return from >= 0 && elements.subList(from, elements.size()).equals(path.elements);
    }

    @Override
    public SpiffsPath normalize() {
        List<String> kept = new ArrayList<>();
        for (String element : elements) {
            boolean up = element.equals("..");
            boolean named = !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..");
            if (up && named) {
                kept.remove(kept.size() - 1);
            } else if (!element.equals(".") && !(up && absolute)) {
                kept.add(element);
            }
        }
        return with(absolute, kept.isEmpty() && !absolute ? List.of("") : kept);
    }

    @Override
    public Path resolve(Path other) {
        SpiffsPath path = ours(other);
        if (path.absolute || isEmpty()) {
            return path;
        }
        if (path.isEmpty()) {
            return this;
        }
        List<String> joined = new ArrayList<>(elements);
        joined.addAll(path.elements);
        boolean flat = fileSystem.layout() == Layout.FLAT;
        return with(absolute, flat ? List.of(String.join("/", joined)) : joined);
    }

    @Override
    public Path relativize(Path other) {
        SpiffsPath path = ours(other);
        if (path.absolute != absolute) {
            throw new IllegalArgumentException("no way from " + this + " to " + other);
        }
        if (path.equals(this)) {
            return with(false, List.of(""));
        }
        List<String> here = isEmpty() ? List.of() : elements;
        List<String> there = path.isEmpty() ? List.of() : path.elements;
        if (fileSystem.layout() == Layout.FLAT && !here.isEmpty()) {
            String prefix = here.get(0) + "/";
            if (there.isEmpty() || !there.get(0).startsWith(prefix)) {
                throw new IllegalArgumentException("no way from " + this + " to " + other + " where names are flat");
            }
            return with(false, List.of(there.get(0).substring(prefix.length())));
        }
        int same = 0;
        while (same < here.size() && same < there.size() && here.get(same).equals(there.get(same))) {
            same++;
        }
        List<String> way = new ArrayList<>();
        for (int i = same; i < here.size(); i++) {
            way.add("..");
        }
        way.addAll(there.subList(same, there.size()));
        return with(false, way);
    }

    @Override
    public URI toUri() {
        try {
            return new URI(SpiffsProvider.SCHEME, null, toAbsolutePath().toString(), null);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public SpiffsPath toAbsolutePath() {
        return absolute ? this : with(true, isEmpty() ? List.of() : elements);
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        SpiffsPath path = toAbsolutePath().normalize();
        fileSystem.provider().checkAccess(path);
        return path;
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("nobody watches a SPIFFS");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(ours(other).toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpiffsPath path
                && path.fileSystem == fileSystem
                && path.absolute == absolute
                && path.elements.equals(elements);
    }

    @Override
    public int hashCode() {
        return Objects.hash(absolute, elements);
    }

    @Override
    public String toString() {
        return (absolute ? "/" : "") + String.join("/", elements);
    }
}
