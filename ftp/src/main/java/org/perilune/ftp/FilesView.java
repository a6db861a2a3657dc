package org.perilune.ftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;

/**
 * The files as one session sees them, with the folder it is in. Paths are taken apart here, before any file system sees
 * them: nothing leads above the root, whose {@code ..} is the root, as everywhere.
 */
final class FilesView implements FileSystemView {
    private final FtpConfig config;
    private List<String> folder = List.of();

    FilesView(FtpConfig config) {
        this.config = config;
    }

    @Override
    public FileEntry getHomeDirectory() throws FtpException {
        return getFile("/");
    }

    @Override
    public FileEntry getWorkingDirectory() throws FtpException {
        return entry(folder);
    }

    @Override
    public boolean changeWorkingDirectory(String text) throws FtpException {
        List<String> elements = elements(text);
        if (!entry(elements).isDirectory()) {
            return false;
        }
        folder = elements;
        return true;
    }

    /** @throws FtpException when the text is no path */
    @Override
    public FileEntry getFile(String text) throws FtpException {
        return entry(elements(text));
    }

    private List<String> elements(String text) {
        List<String> elements = new ArrayList<>(text.startsWith("/") ? List.of() : folder);
        for (String element : text.split("/", -1)) {
            if (element.equals("..")) {
                if (!elements.isEmpty()) {
                    elements.remove(elements.size() - 1);
                }
            } else if (!element.isEmpty() && !element.equals(".")) {
                elements.add(element);
            }
        }
        return List.copyOf(elements);
    }

    private FileEntry entry(List<String> elements) throws FtpException {
        String text = String.join("/", elements);
        if (text.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw new FtpException("a path with control characters");
        }
        try {
            Path path = config.root().now();
            for (String element : elements) {
                path = path.resolve(element);
            }
            boolean fits = text.getBytes(StandardCharsets.UTF_8).length <= config.nameBytes();
            return new FileEntry(config, "/" + text, path, fits);
        } catch (InvalidPathException e) {
            throw new FtpException("no path", e);
        } catch (IOException e) {
            throw new FtpException("no files", e);
        }
    }

    @Override
    public boolean isRandomAccessible() {
        return true;
    }

    @Override
    public void dispose() {
        // Nothing is held between two commands.
    }
}
