package org.perilune.board;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.perilune.board.storage.FileStore;

/** What survives a restart: the files, the startup options and what modules keep in flash. */
public final class Chip {
    private final FileStore files;
    private final Startup startup = new Startup();
    private final Map<Class<?>, Object> parts = new ConcurrentHashMap<>();

    public Chip(FileStore files) {
        this.files = files;
    }

    public FileStore files() {
        return files;
    }

    public Startup startup() {
        return startup;
    }

    /** What a module keeps in flash, made when it is asked for first. */
    public <T> T part(Class<T> type, Supplier<T> maker) {
        return type.cast(parts.computeIfAbsent(type, key -> maker.get()));
    }

    /** How the board starts. */
    public static final class Startup {
        static final String DEFAULT_COMMAND = "@init.lua";

        private String command;
        private boolean banner = true;
        private boolean fast;
        private boolean delayedMount;

        /** What runs at the start, {@code @file} or Lua text; null for the default. */
        public String command() {
            return command;
        }

        public void command(String text) {
            command = text;
        }

        public boolean banner() {
            return banner;
        }

        public void banner(boolean on) {
            banner = on;
        }

        /** Whether the processor starts at 160 MHz. */
        public boolean fast() {
            return fast;
        }

        public void fast(boolean on) {
            fast = on;
        }

        public boolean delayedMount() {
            return delayedMount;
        }

        public void delayedMount(boolean on) {
            delayedMount = on;
        }

        /** Back to the defaults. */
        public void reset() {
            command = null;
            banner = true;
            fast = false;
            delayedMount = false;
        }
    }
}
