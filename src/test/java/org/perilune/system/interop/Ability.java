package org.perilune.system.interop;

/** What a client program, or a server, may be asked to do. */
enum Ability {
    LIST,
    UPLOAD,
    DOWNLOAD,
    RENAME,
    DELETE,
    /** A whole folder at once, with folders in it. */
    MIRROR_UP,
    MIRROR_DOWN,
    /** Going on with a transfer that was cut. */
    RESUME_UP,
    RESUME_DOWN,
    /** An upload whose bytes come from the program's standard input, so that a test can stop in the middle. */
    STREAM_UP,
    /** Knowing when a file was last changed, so that only what is newer is sent again. */
    TIMES
}
