package org.perilune.fastload;

import java.util.Objects;

/** One embedded chunk of Lua text: a whole module or a part of one. */
public final class FastPiece {
    private final String name;
    private final String module;
    private final boolean first;
    private final byte[] text;

    /**
     * @param name what {@code fast.load} calls it
     * @param module the module it belongs to
     * @param first whether it is the first piece of a module that is divided by markers
     * @param text minified source
     */
    public FastPiece(String name, String module, boolean first, byte[] text) {
        this.name = Objects.requireNonNull(name);
        this.module = Objects.requireNonNull(module);
        this.first = first;
        this.text = text.clone();
    }

    public String name() {
        return name;
    }

    public String module() {
        return module;
    }

    public boolean first() {
        return first;
    }

    /** Bytes of the source. */
    public int size() {
        return text.length;
    }

    /** The source itself, for the compiler to read. */
    byte[] text() {
        return text;
    }
}
