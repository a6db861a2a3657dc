package org.perilune.flash.nio;

/** How names with a "/" are shown. */
public enum Layout {
    /** As the board sees them: one folder, and "/" is a character like any other. */
    FLAT,
    /** Each "/" ends the name of a folder. */
    FOLDERS
}
