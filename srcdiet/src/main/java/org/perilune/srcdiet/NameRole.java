package org.perilune.srcdiet;

/** What a name token means. */
enum NameRole {
    LOCAL_DECLARATION,
    LOCAL_USE,
    GLOBAL,
    FIELD,
    METHOD,
    TABLE_KEY
}
