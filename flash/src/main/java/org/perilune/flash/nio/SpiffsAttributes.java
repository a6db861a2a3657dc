package org.perilune.flash.nio;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** What is known of a file or folder; SPIFFS has one time at most, and that the host's. */
record SpiffsAttributes(FileTime time, boolean isDirectory, long size, Object fileKey) implements BasicFileAttributes {
    @Override
    public FileTime lastModifiedTime() {
        return time;
    }

    @Override
    public FileTime lastAccessTime() {
        return time;
    }

    @Override
    public FileTime creationTime() {
        return time;
    }

    @Override
    public boolean isRegularFile() {
        return !isDirectory;
    }

    @Override
    public boolean isSymbolicLink() {
        return false;
    }

    @Override
    public boolean isOther() {
        return false;
    }

    /** One attribute by its name in the basic view; null when there is none. */
    Object get(String name) {
        return switch (name) {
            case "lastModifiedTime", "lastAccessTime", "creationTime" -> time;
            case "size" -> size;
            case "isRegularFile" -> isRegularFile();
            case "isDirectory" -> isDirectory;
            case "isSymbolicLink", "isOther" -> false;
            default -> null;
        };
    }
}
