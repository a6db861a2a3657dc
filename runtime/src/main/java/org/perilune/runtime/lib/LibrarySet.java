package org.perilune.runtime.lib;

import java.util.ArrayList;
import java.util.List;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.exec.NativeFunction;
import org.perilune.runtime.value.LightFunction;
import org.perilune.runtime.value.LuaTable;
import org.perilune.runtime.value.RoTable;

/**
 * All libraries of a kind of machine: one table in flash behind the globals, and what is to be done at start. Built once
 * and opened on any number of machines.
 */
public final class LibrarySet {
    private final RoTable table;
    private final List<Opening> openings;

    private LibrarySet(RoTable table, List<Opening> openings) {
        this.table = table;
        this.openings = List.copyOf(openings);
    }

    private record Opening(String name, LightFunction function) {}

    /** The table behind the globals, which Lua knows as {@code ROM}. */
    public RoTable table() {
        return table;
    }

    /**
     * Makes a fresh machine know the libraries.
     *
     * @param host becomes the machine's host object
     */
    public void open(LuaState main, LibraryHost host) {
        main.vm().host(host);
        run(main, new Opening("_G", light("_G", this::openBase)));
        for (Opening opening : openings) {
            run(main, opening);
        }
    }

    private static void run(LuaState main, Opening opening) {
        main.push(opening.function());
        main.push(opening.name());
        main.call(1, 0);
    }

    private static LightFunction light(String name, NativeFunction code) {
        return new LightFunction("open." + name, code);
    }

    /** Fills the globals; they are their own metatable, and what they lack is looked for in flash. */
    private int openBase(LuaState lua) {
        LuaTable globals = lua.globals();
        lua.pushValue(globals, 0);
        lua.setGlobal("_G");
        lua.push("Lua 5.1");
        lua.setGlobal("_VERSION");
        Iterators.open(lua);
        lua.pushValue(table, 0);
        lua.setGlobal("__index");
        globals.metatable(lua.vm(), globals);
        return 0;
    }

    static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects libraries. */
    public static final class Builder {
        private final Library table;
        private final List<Opening> openings = new ArrayList<>();

        private Builder(String name) {
            table = Library.named(name);
        }

        /** Adds a library's table. */
        public Builder table(String name, RoTable library) {
            table.table(name, library);
            return this;
        }

        /** Adds what a library does at start; it is called with its name. */
        public Builder opening(String name, NativeFunction code) {
            openings.add(new Opening(name, light(name, code)));
            return this;
        }

        Builder all(RoTable functions) {
            table.all(functions);
            return this;
        }

        Builder self(String name) {
            table.self(name);
            return this;
        }

        Builder behind(RoTable metatable) {
            table.metatable(metatable);
            return this;
        }

        public LibrarySet build() {
            return new LibrarySet(table.build(), openings);
        }
    }
}
