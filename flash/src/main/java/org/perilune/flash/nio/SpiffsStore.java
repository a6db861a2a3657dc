package org.perilune.flash.nio;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import org.perilune.flash.spiffs.Spiffs;

/** How full a SPIFFS is, as the JDK asks for it. */
final class SpiffsStore extends FileStore {
    private final Spiffs spiffs;

    SpiffsStore(Spiffs spiffs) {
        this.spiffs = spiffs;
    }

    @Override
    public String name() {
        return "spiffs";
    }

    @Override
    public String type() {
        return "spiffs";
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public long getTotalSpace() throws IOException {
        return spiffs.info().totalBytes();
    }

    @Override
    public long getUsableSpace() throws IOException {
        return Math.max(0, spiffs.info().totalBytes() - spiffs.info().usedBytes());
    }

    @Override
    public long getUnallocatedSpace() throws IOException {
        return getUsableSpace();
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
        return type == BasicFileAttributeView.class;
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
        return name.equals("basic");
    }

    @Override
    public <V extends FileStoreAttributeView> V getFileStoreAttributeView(Class<V> type) {
        return null;
    }

    @Override
    public Object getAttribute(String attribute) throws IOException {
        return switch (attribute) {
            case "totalSpace" -> getTotalSpace();
            case "usableSpace" -> getUsableSpace();
            case "unallocatedSpace" -> getUnallocatedSpace();
            default -> throw new UnsupportedOperationException(attribute);
        };
    }
}
