package org.perilune.flash.nio;

import java.io.IOException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.perilune.flash.spiffs.Spiffs;

/**
 * A SPIFFS for everything in Java that works with files. Safe for several threads, and for a board that uses the same
 * SPIFFS meanwhile. Files opened through it are not counted among the board's four.
 */
public final class SpiffsFileSystem extends FileSystem {
    private final Spiffs spiffs;
    private final Layout layout;
    private final TimesStore times;
    private final SpiffsProvider provider;
    private volatile boolean closed;

    private SpiffsFileSystem(Spiffs spiffs, Layout layout, TimesStore times) {
        this.spiffs = spiffs;
        this.layout = layout;
        this.times = times;
        this.provider = new SpiffsProvider(this, spiffs, new Tree(spiffs, layout), times);
    }

    /** Shows a mounted SPIFFS. Closing it stores what waits, and leaves the SPIFFS mounted. */
    public static SpiffsFileSystem of(Spiffs spiffs, Layout layout, TimesStore times) {
        SpiffsFileSystem fileSystem = new SpiffsFileSystem(spiffs, layout, times);
        spiffs.listen(times);
        return fileSystem;
    }

    Layout layout() {
        return layout;
    }

    void checkOpen() {
        if (closed) {
            throw new ClosedFileSystemException();
        }
    }

    /**
     * Puts a whole file where there was another or none, at once: the board and all others see the old one or the new
     * one. A board that has the old one open can no longer use it, as after its removal.
     *
     * @throws org.perilune.flash.spiffs.NoSpaceException when it does not fit beside the old one, which stays then
     */
    public void replace(Path file, byte[] content) throws IOException {
        provider.replace(file, content);
    }

    @Override
    public SpiffsProvider provider() {
        return provider;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            spiffs.flush();
            times.save();
        }
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of(new SpiffsStore(spiffs));
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        StringBuilder text = new StringBuilder(first);
        for (String part : more) {
            if (!part.isEmpty()) {
                text.append(text.length() > 0 && text.charAt(text.length() - 1) != '/' ? "/" : "")
                        .append(part);
            }
        }
        return SpiffsPath.parse(this, text.toString());
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        Pattern pattern = Glob.matcher(syntaxAndPattern);
        return path -> pattern.matcher(path.toString()).matches();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("SPIFFS knows no users");
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("nobody watches a SPIFFS");
    }
}
