package org.perilune.flash.nio;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.perilune.flash.spiffs.OpenMode;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsEntry;
import org.perilune.flash.spiffs.SpiffsFile;

/** What the JDK's file operations come down to. Each file system has its own, so nothing is shared between boards. */
final class SpiffsProvider extends FileSystemProvider {
    static final String SCHEME = "spiffs";

    private final SpiffsFileSystem fileSystem;
    private final Spiffs spiffs;
    private final Tree tree;
    private final TimesStore times;

    SpiffsProvider(SpiffsFileSystem fileSystem, Spiffs spiffs, Tree tree, TimesStore times) {
        this.fileSystem = fileSystem;
        this.spiffs = spiffs;
        this.tree = tree;
        this.times = times;
    }

    private SpiffsPath ours(Path path) {
        fileSystem.checkOpen();
        if (path instanceof SpiffsPath spiffsPath && spiffsPath.getFileSystem() == fileSystem) {
            return spiffsPath;
        }
        throw new ProviderMismatchException(path.toString());
    }

    private Tree.Node find(Path path) throws IOException {
        return tree.find(ours(path).text());
    }

    private Tree.Node existing(Path path) throws IOException {
        Tree.Node node = find(path);
        if (node == null) {
            throw new NoSuchFileException(path.toString());
        }
        return node;
    }

    /** The name that a new file or folder of this path gets. */
    private String newName(Path path) throws IOException {
        String name = Names.toName(ours(path).text());
        if (fileSystem.layout() == Layout.FOLDERS) {
            Set<String> files = new HashSet<>();
            spiffs.list().forEach(entry -> files.add(entry.name()));
            if (Tree.liesInFile(name, files)) {
                throw new FileSystemException(path.toString(), null, "its folder is a file");
            }
        }
        return name;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException("SpiffsFileSystem.of makes one");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return fileSystem;
    }

    @Override
    public Path getPath(URI uri) {
        return fileSystem.getPath(uri.getPath());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        OpenMode mode = mode(options);
        Tree.Node node = find(path);
        if (node != null && node.isFolder()) {
            throw new FileSystemException(path.toString(), null, "it is a folder");
        }
        String name = node == null ? newName(path) : node.name();
        SpiffsFile file;
        try {
            file = spiffs.openForHost(name, mode);
        } catch (NoSuchFileException e) {
            throw withPath(new NoSuchFileException(path.toString()), e);
        } catch (FileAlreadyExistsException e) {
            throw withPath(new FileAlreadyExistsException(path.toString()), e);
        }
        boolean temporary = options.contains(StandardOpenOption.DELETE_ON_CLOSE);
        return new SpiffsChannel(file, () -> {
            if (temporary) {
                spiffs.remove(file.name());
            }
            if (mode.writes()) {
                times.save();
            }
        });
    }

    private static <E extends FileSystemException> E withPath(E exception, Exception cause) {
        exception.initCause(cause);
        return exception;
    }

    private static OpenMode mode(Set<? extends OpenOption> options) {
        for (OpenOption option : options) {
            if (!(option instanceof StandardOpenOption) && !(option instanceof LinkOption)) {
                throw new UnsupportedOperationException(String.valueOf(option));
            }
        }
        boolean appends = options.contains(StandardOpenOption.APPEND);
        boolean writes = appends || options.contains(StandardOpenOption.WRITE);
        boolean reads = !writes || options.contains(StandardOpenOption.READ);
        boolean truncates = writes && options.contains(StandardOpenOption.TRUNCATE_EXISTING);
        if (appends && (options.contains(StandardOpenOption.READ) || truncates)) {
            throw new IllegalArgumentException("APPEND goes neither with READ nor with TRUNCATE_EXISTING");
        }
        boolean fresh = writes && options.contains(StandardOpenOption.CREATE_NEW);
        boolean creates = fresh || options.contains(StandardOpenOption.CREATE);
        return new OpenMode(reads, writes, creates, truncates, appends, fresh);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        Tree.Node node = existing(folder);
        if (!node.isFolder()) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Path> paths = new ArrayList<>();
        for (String element : tree.list(node.name())) {
            Path path = folder.resolve(new SpiffsPath(fileSystem, false, List.of(element)));
            if (filter.accept(path)) {
                paths.add(path);
            }
        }
        return new Listing(paths);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        if (fileSystem.layout() == Layout.FLAT) {
            throw new FileSystemException(folder.toString(), null, "this mount shows no folders");
        }
        if (find(folder) != null) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (!existing(parent).isFolder()) {
            throw new NotDirectoryException(parent.toString());
        }
        String name = newName(folder);
        if (name.length() > Spiffs.MAX_NAME - 2) {
            throw new FileSystemException(folder.toString(), null, "a name of 31 bytes has no room for it and a file");
        }
        tree.remember(name);
    }

    @Override
    public void delete(Path path) throws IOException {
        Tree.Node node = existing(path);
        if (!node.isFolder()) {
            spiffs.remove(node.name());
            rememberParent(node.name());
            times.save();
            return;
        }
        if (node.name().isEmpty()) {
            throw new FileSystemException(path.toString(), null, "the root stays");
        }
        if (!tree.list(node.name()).isEmpty()) {
            throw new DirectoryNotEmptyException(path.toString());
        }
        tree.forget(node.name());
        rememberParent(node.name());
    }

    private void rememberParent(String name) {
        int slash = name.lastIndexOf('/');
        if (slash > 0) {
            tree.remember(name.substring(0, slash));
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        Tree.Node node = existing(source);
        if (isSameFile(source, target)) {
            return;
        }
        makeWay(target, Set.of(options).contains(StandardCopyOption.REPLACE_EXISTING));
        if (node.isFolder()) {
            createDirectory(target);
            return;
        }
        String name = newName(target);
        try (SpiffsFile in = spiffs.openForHost(node.name(), OpenMode.READ);
                SpiffsFile out = spiffs.openForHost(name, OpenMode.WRITE)) {
            byte[] bytes = new byte[4096];
            for (int n = in.read(bytes, 0, bytes.length); n > 0; n = in.read(bytes, 0, bytes.length)) {
                out.write(bytes, 0, n);
            }
        }
        if (Set.of(options).contains(StandardCopyOption.COPY_ATTRIBUTES)) {
            times.set(name, times.get(node.name()));
        }
        times.save();
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Tree.Node node = existing(source);
        if (isSameFile(source, target)) {
            return;
        }
        boolean atomic = Set.of(options).contains(StandardCopyOption.ATOMIC_MOVE);
        boolean replace = atomic || Set.of(options).contains(StandardCopyOption.REPLACE_EXISTING);
        Tree.Node there = find(target);
        if (atomic && (node.isFolder() || (there != null && there.isFolder()))) {
            throw new AtomicMoveNotSupportedException(
                    source.toString(), target.toString(), "only a file moves at once, and not to a folder's name");
        }
        if (!node.isFolder() && there != null && !there.isFolder() && replace) {
            spiffs.renameOver(node.name(), there.name());
            rememberParent(node.name());
        } else {
            move(source, target, node, replace);
        }
        times.save();
    }

    private void move(Path source, Path target, Tree.Node node, boolean replace) throws IOException {
        String name = newName(target);
        if (node.isFolder()) {
            makeWay(target, replace);
            moveFolder(source, target, node.name(), name);
        } else {
            checkLength(target, name);
            makeWay(target, replace);
            spiffs.rename(node.name(), name);
            rememberParent(node.name());
        }
    }

    /** See {@link SpiffsFileSystem#replace}. */
    void replace(Path path, byte[] content) throws IOException {
        Tree.Node node = find(path);
        if (node != null && node.isFolder()) {
            throw new FileSystemException(path.toString(), null, "it is a folder");
        }
        String name = node == null ? newName(path) : node.name();
        checkLength(path, name);
        spiffs.replace(name, content);
        times.save();
    }

    private void moveFolder(Path source, Path target, String from, String to) throws IOException {
        if (from.isEmpty() || to.startsWith(from + "/")) {
            throw new FileSystemException(source.toString(), target.toString(), "a folder cannot move into itself");
        }
        List<String> files = spiffs.list().stream()
                .map(SpiffsEntry::name)
                .filter(file -> file.startsWith(from + "/"))
                .toList();
        for (String file : files) {
            checkLength(target, to + file.substring(from.length()));
        }
        for (String file : files) {
            spiffs.rename(file, to + file.substring(from.length()));
        }
        tree.remember(to);
        tree.moved(from, to);
    }

    private static void checkLength(Path target, String name) throws FileSystemException {
        if (name.length() > Spiffs.MAX_NAME) {
            throw new FileSystemException(target.toString(), null, "a name has at most 31 bytes");
        }
    }

    private void makeWay(Path target, boolean replace) throws IOException {
        if (find(target) != null) {
            if (!replace) {
                throw new FileAlreadyExistsException(target.toString());
            }
            delete(target);
        }
    }

    @Override
    public boolean isSameFile(Path first, Path second) throws IOException {
        if (!(second instanceof SpiffsPath path) || path.getFileSystem() != fileSystem) {
            return false;
        }
        return ours(first).text().equals(path.text());
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        existing(path);
        return new SpiffsStore(spiffs);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        existing(path);
        if (List.of(modes).contains(AccessMode.EXECUTE)) {
            throw new java.nio.file.AccessDeniedException(path.toString(), null, "nothing can be run here");
        }
    }

    private SpiffsAttributes attributes(Path path) throws IOException {
        Tree.Node node = existing(path);
        if (!node.isFolder()) {
            FileTime time = FileTime.from(times.get(node.name()));
            return new SpiffsAttributes(
                    time, false, node.entry().size(), node.entry().id());
        }
        Instant newest = Instant.EPOCH;
        String prefix = node.name().isEmpty() ? "" : node.name() + "/";
        for (SpiffsEntry entry : spiffs.list()) {
            if (entry.name().startsWith(prefix) && times.get(entry.name()).isAfter(newest)) {
                newest = times.get(entry.name());
            }
        }
        return new SpiffsAttributes(FileTime.from(newest), true, 0, "folder " + node.name());
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        if (type != BasicFileAttributes.class) {
            throw new UnsupportedOperationException(type.getName());
        }
        return type.cast(attributes(path));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        SpiffsAttributes all = attributes(path);
        String wanted = inBasicView(names);
        Map<String, Object> found = new TreeMap<>();
        String every =
                "lastModifiedTime,lastAccessTime,creationTime,size,isRegularFile,isDirectory,isSymbolicLink,isOther";
        for (String name : List.of((wanted.equals("*") ? every : wanted).split(","))) {
            Object value = all.get(name);
            if (value == null && !name.equals("fileKey")) {
                throw new IllegalArgumentException("no attribute '" + name + "'");
            }
            found.put(name, value == null ? all.fileKey() : value);
        }
        return found;
    }

    private static String inBasicView(String name) {
        if (name.startsWith("basic:")) {
            return name.substring("basic:".length());
        }
        if (name.indexOf(':') >= 0) {
            throw new UnsupportedOperationException(name);
        }
        return name;
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        switch (inBasicView(attribute)) {
            case "lastModifiedTime" -> setTime(path, (FileTime) value);
            case "lastAccessTime", "creationTime" -> existing(path);
            default -> throw new IllegalArgumentException("attribute '" + attribute + "' cannot be set");
        }
    }

    private void setTime(Path path, FileTime time) throws IOException {
        Tree.Node node = existing(path);
        if (time != null && !node.isFolder()) {
            times.set(node.name(), time.toInstant());
            times.save();
        }
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        if (type != BasicFileAttributeView.class) {
            return null;
        }
        return type.cast(new BasicFileAttributeView() {
            @Override
            public String name() {
                return "basic";
            }

            @Override
            public BasicFileAttributes readAttributes() throws IOException {
                return attributes(path);
            }

            @Override
            public void setTimes(FileTime modified, FileTime accessed, FileTime created) throws IOException {
                setTime(path, modified);
            }
        });
    }
}
