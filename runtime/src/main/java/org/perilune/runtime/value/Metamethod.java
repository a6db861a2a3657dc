package org.perilune.runtime.value;

/** Events a metatable can handle, in the order in which the firmware makes their names at start. */
public enum Metamethod {
    INDEX,
    NEWINDEX,
    GC,
    MODE,
    EQ,
    ADD,
    SUB,
    MUL,
    DIV,
    MOD,
    POW,
    UNM,
    LEN,
    LT,
    LE,
    CONCAT,
    CALL,
    /** No event: the value that getmetatable gives in the metatable's stead. */
    METATABLE;

    /** The key under which a metatable keeps its handler. */
    final String key = "__" + name().toLowerCase(java.util.Locale.ROOT);

    /** Whether a table remembers the event's absence. */
    boolean isCached() {
        return ordinal() <= EQ.ordinal();
    }
}
