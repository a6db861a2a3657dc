package org.perilune.runtime.lib;

import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.RoTable;

/** Lists what a library holds, in the order in which {@code pairs} will give it, and makes its table in flash. */
public final class Library {
    private final RoTable.Builder table;

    private Library(String name) {
        table = RoTable.named(name);
    }

    /** Begins a library. */
    public static Library named(String name) {
        return new Library(name);
    }

    public Library function(String key, NativeFunction code) {
        table.function(key, code);
        return this;
    }

    /** Adds a native function that has another name as well; under both it is the same value. */
    Library function(String key, LightFunction shared) {
        table.value(key, shared);
        return this;
    }

    public Library number(String key, double value) {
        table.number(key, value);
        return this;
    }

    public Library table(String key, RoTable value) {
        table.value(key, value);
        return this;
    }

    /** Adds an entry for the library itself, such as the {@code __index} of a metatable that holds the methods. */
    public Library self(String key) {
        table.self(key);
        return this;
    }

    /** Adds all entries of another table. */
    Library all(RoTable other) {
        for (int entry = 0; entry < other.size(); entry++) {
            table.copy(other, entry);
        }
        return this;
    }

    /** Gives the library a metatable in flash. */
    public Library metatable(RoTable metatable) {
        table.metatable(metatable);
        return this;
    }

    public RoTable build() {
        return table.build();
    }
}
