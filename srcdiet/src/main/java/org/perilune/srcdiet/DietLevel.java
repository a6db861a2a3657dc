package org.perilune.srcdiet;

/** How much a minifier may change; each level includes the ones before it. None changes the stripped bytecode. */
public enum DietLevel {
    /** Nothing changes. */
    NONE,
    /** Comments and needless white space go. */
    BASIC,
    /** Local variables get short names. */
    DEFAULT,
    /** Numbers, strings, calls and statements take their shortest spelling. */
    MAXIMUM
}
