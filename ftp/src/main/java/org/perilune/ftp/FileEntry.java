package org.perilune.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.ftpserver.ftplet.FtpFile;

/** A file or folder, or a name that none has yet, as it was when a command asked for it. */
final class FileEntry implements FtpFile {
    private final FtpConfig config;
    private final String name;
    private final Path path;
    private final boolean isNameAllowed;
    /** Null when there is no such file. */
    private final BasicFileAttributes attributes;

    FileEntry(FtpConfig config, String name, Path path, boolean isNameAllowed) {
        this.config = config;
        this.name = name;
        this.path = path;
        this.isNameAllowed = isNameAllowed;
        attributes = read(path);
    }

    private static BasicFileAttributes read(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            return null;
        }
    }

    private boolean isRoot() {
        return name.equals("/");
    }

    Path path() {
        return path;
    }

    /** Whether a file of this name could be made. */
    boolean isNameAllowed() {
        return isNameAllowed;
    }

    @Override
    public String getAbsolutePath() {
        return name;
    }

    /** Without what would look like the end of a line in a listing; a board may call its files anything. */
    @Override
    public String getName() {
        Path last = isRoot() ? null : path.getFileName();
        return last == null ? "/" : last.toString().replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public boolean isHidden() {
        return false;
    }

    @Override
    public boolean isDirectory() {
        return attributes != null && attributes.isDirectory();
    }

    @Override
    public boolean isFile() {
        return attributes != null && attributes.isRegularFile();
    }

    @Override
    public boolean doesExist() {
        return attributes != null;
    }

    @Override
    public boolean isReadable() {
        return doesExist();
    }

    @Override
    public boolean isWritable() {
        return isNameAllowed;
    }

    @Override
    public boolean isRemovable() {
        return !isRoot();
    }

    @Override
    public String getOwnerName() {
        return config.user();
    }

    @Override
    public String getGroupName() {
        return config.user();
    }

    @Override
    public int getLinkCount() {
        return isDirectory() ? 2 : 1;
    }

    /** Milliseconds since 1970. */
    @Override
    public long getLastModified() {
        return attributes == null ? 0 : attributes.lastModifiedTime().toMillis();
    }

    @Override
    public long getSize() {
        return isFile() ? attributes.size() : 0;
    }

    @Override
    public Path getPhysicalFile() {
        return path;
    }

    private interface Change {
        void run() throws IOException;
    }

    private static boolean succeeds(Change change) {
        try {
            change.run();
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public boolean setLastModified(long time) {
        return succeeds(() -> Files.setLastModifiedTime(path, FileTime.fromMillis(time)));
    }

    @Override
    public boolean mkdir() {
        return succeeds(() -> Files.createDirectory(path));
    }

    @Override
    public boolean delete() {
        return isRemovable() && succeeds(() -> Files.delete(path));
    }

    /** A file takes the place of another of that name, as programs expect that upload first and rename then. */
    @Override
    public boolean move(FtpFile destination) {
        FileEntry target = (FileEntry) destination;
        if (!isRemovable() || target.isDirectory()) {
            return false;
        }
        CopyOption[] options = isFile() ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0];
        return succeeds(() -> Files.move(path, target.path, options));
    }

    @Override
    public List<FileEntry> listFiles() {
        List<FileEntry> entries = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(path)) {
            for (Path child : paths) {
                String below = (name.equals("/") ? "" : name) + "/" + child.getFileName();
                entries.add(new FileEntry(config, below, child, true));
            }
        } catch (IOException e) {
            return null;
        }
        entries.removeIf(entry -> !entry.doesExist());
        entries.sort(Comparator.comparing(FileEntry::getName));
        return entries;
    }

    @Override
    public InputStream createInputStream(long offset) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(path);
        channel.position(offset);
        return Channels.newInputStream(channel);
    }

    /** What comes is in its place once the stream is closed; the server's own commands use {@link Upload}. */
    @Override
    public OutputStream createOutputStream(long offset) throws IOException {
        throw new IOException("uploads go through STOR and APPE alone");
    }
}
