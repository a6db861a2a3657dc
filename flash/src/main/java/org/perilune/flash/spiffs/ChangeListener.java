package org.perilune.flash.spiffs;

/** Learns what happens to files. Called while the file system is locked: it must not call back. */
public interface ChangeListener {
    /** A file was made, written or cut. */
    void changed(String name);

    void removed(String name);

    void renamed(String from, String to);
}
