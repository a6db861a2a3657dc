package org.perilune.runtime.heap;

/** What a block of the heap is for; each account is totalled by itself, and all of them make the heap's figure. */
public enum Account {
    /** Everything a program makes: strings, tables, functions, coroutines, userdata, and the compiler's vectors. */
    OBJECTS,
    /** The hash vector of the string table. */
    STRING_TABLE,
    /** The value stack and call stack of the main thread. */
    MAIN_STACK,
    /** The one buffer in which concatenations are built. */
    CONCAT_BUFFER,
    /** Blocks of the device that are not Lua's: sockets, timers, open files. Counted in device bytes only. */
    DEVICE
}
