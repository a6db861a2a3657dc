package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes Lua sources smaller without changing the program, and proves it for every text it hands out. */
public final class Minifier {
    private final DietLevel level;
    private final boolean keepLines;
    private final Equivalence equivalence;

    private Minifier(DietLevel level, boolean keepLines, BytecodeCompiler compiler) {
        this.level = level;
        this.keepLines = keepLines;
        this.equivalence = new Equivalence(compiler);
    }

    /**
     * Minifies a source, or says why not.
     *
     * @throws DietException if the source is no valid program, or if the result would be another one
     */
    public static DietResult minify(LuaSource source, DietLevel level, BytecodeCompiler compiler) {
        return new Minifier(level, false, compiler).run(source);
    }

    /** Like {@link #minify}, but every line stays a line, so that messages of the board name the lines of the file. */
    public static DietResult minifyKeepingLines(LuaSource source, DietLevel level, BytecodeCompiler compiler) {
        return new Minifier(level, true, compiler).run(source);
    }

    private DietResult run(LuaSource source) {
        List<Token> original = LosslessLexer.lex(source);
        Parser.parse(source, original, new SyntaxEvents() {});
        List<Renaming> renamings = new ArrayList<>();
        List<Token> tokens = original;
        for (Pass pass : passes(level, keepLines, renamings::add)) {
            tokens = pass.apply(source, tokens);
        }
        LuaSource result = withText(source, tokens);
        equivalence.check(source, result, () -> firstWrongPass(source, original));
        return new DietResult(result, renamings);
    }

    static List<Pass> passes(DietLevel level, boolean keepLines, Consumer<Renaming> renamings) {
        List<Pass> passes = new ArrayList<>();
        if (level == DietLevel.NONE) {
            return passes;
        }
        passes.add(new DropComments());
        if (level == DietLevel.MAXIMUM) {
            passes.add(new ShortenKeys());
            passes.add(new DropParentheses());
            passes.add(new SugarCalls());
            if (!keepLines) {
                passes.add(new MergeLocals());
            }
            passes.add(new DropSeparators());
        }
        if (level.compareTo(DietLevel.DEFAULT) >= 0) {
            passes.add(new RenameLocals(renamings));
        }
        if (level == DietLevel.MAXIMUM) {
            // Last of those that change tokens: nothing may parse them after a string has lost the line ends it
            // spanned.
            passes.add(new RespellLiterals(keepLines));
        }
        passes.add(new DropWhitespace(keepLines));
        return passes;
    }

    private String firstWrongPass(LuaSource source, List<Token> original) {
        List<Token> tokens = original;
        for (Pass pass : passes(level, keepLines, renaming -> {})) {
            tokens = pass.apply(source, tokens);
            List<Token> spaced = new DropWhitespace(keepLines).apply(source, tokens);
            if (!equivalence.isSame(source, withText(source, spaced))) {
                return pass.getClass().getSimpleName();
            }
        }
        return "no single pass";
    }

    private static LuaSource withText(LuaSource source, List<Token> tokens) {
        return new LuaSource(source.name(), LosslessLexer.join(tokens), LineTracker.lines(source, tokens));
    }
}
