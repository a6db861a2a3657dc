package org.perilune.srcdiet;

/**
 * A part of a source that is loaded on its own.
 *
 * @param module the module it belongs to
 * @param name its own name; the first piece of a module is named like the module
 * @param first whether it is the first piece of a module that SPLIT markers divide: loading it sets FAST_module
 * @param source its text; the line map leads to the lines of the file
 */
public record Piece(String module, String name, boolean first, LuaSource source) {
    public String sourceFile() {
        return source.name();
    }

    /** The line of the file on which the piece begins. */
    public int firstLine() {
        return source.lines().fileLine(1);
    }

    public byte[] bytes() {
        return source.bytes();
    }

    /** The same piece with its text minified; a text that is no program on its own is refused. */
    public Piece minified(DietLevel level, BytecodeCompiler compiler) {
        return new Piece(
                module, name, first, Minifier.minify(source, level, compiler).source());
    }
}
