package org.perilune.fastload;

/** What a machine's host object offers so that its Lua can use {@code fast}. */
public interface FastHost {
    /** The pieces that this machine's {@code fast} loads. */
    FastBundle fastBundle();
}
