package org.perilune.srcdiet;

import java.util.Arrays;
import java.util.function.Supplier;

/** Compiles a source before and after and demands the same bytecode. What differs never leaves the minifier. */
final class Equivalence {
    private final BytecodeCompiler compiler;

    Equivalence(BytecodeCompiler compiler) {
        this.compiler = compiler;
    }

    /** Throws unless both texts are the same program; {@code culprit} names the pass to blame if they are not. */
    void check(LuaSource source, LuaSource result, Supplier<String> culprit) {
        byte[] before = compileOriginal(source);
        byte[] after;
        try {
            after = compile(result);
        } catch (SourceException e) {
            throw source.error(
                    0,
                    "the minified text does not compile (line " + result.lines().fileLine(e.line()) + ": "
                            + e.getMessage() + ", after " + culprit.get()
                            + "); nothing is written, use a lower level for this file");
        }
        int difference = Arrays.mismatch(before, after);
        if (difference >= 0) {
            throw source.error(
                    0,
                    "the minified text is another program: bytecode differs from byte " + difference + " on, after "
                            + culprit.get() + "; nothing is written, use a lower level for this file");
        }
    }

    boolean isSame(LuaSource source, LuaSource result) {
        try {
            return Arrays.equals(compileOriginal(source), compile(result));
        } catch (SourceException e) {
            return false;
        }
    }

    private byte[] compileOriginal(LuaSource source) {
        try {
            return compile(source);
        } catch (SourceException e) {
            throw source.error(e.line(), e.getMessage() + "; the file must compile before it can be minified");
        }
    }

    private byte[] compile(LuaSource source) throws SourceException {
        return compiler.strippedBytecode(
                "@" + source.name(), source.withoutLoaderLine().bytes());
    }
}
