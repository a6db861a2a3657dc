package org.perilune.ftp;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts a whole file where there was another or none, so that nobody sees a part of it. */
@FunctionalInterface
public interface FileReplacer {
    /**
     * Replaces a file.
     *
     * @throws DiskFullException when it does not fit beside the old one, which stays then
     */
    void replace(Path file, byte[] content) throws IOException;

    /** Through a hidden file beside it, for any file system that can move one over another at once. */
    static FileReplacer beside() {
        return (file, content) -> {
            Path folder = file.toAbsolutePath().getParent();
            FileStore store = Files.getFileStore(folder);
            if (store.getUsableSpace() < content.length) {
                throw new DiskFullException(file, store.getUsableSpace());
            }
            Path fresh = Files.createTempFile(folder, ".", ".part");
            try {
                Files.write(fresh, content);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        };
    }
}
