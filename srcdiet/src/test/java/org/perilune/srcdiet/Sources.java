package org.perilune.srcdiet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the tests of this package share. */
final class Sources {
    static final BytecodeCompiler JUDGE = new StackCodeCompiler();

    /** Hard Lua 5.1 programs; each prints OK when run. */
    static final List<String> NASTY = List.of(
            "n01_paren_ambig",
            "n02_truncate",
            "n04_shebang",
            "n05_numbers",
            "n07_comments",
            "n08_strings",
            "n10_shadow",
            "n11_self",
            "n13_precedence",
            "n14_calls",
            "n16_vararg_arg",
            "n17_unused",
            "n19_return_semi",
            "n20_env_debug",
            "n22_bom",
            "n23_nul",
            "n25_lastline",
            "n26_upval_loop");

    private Sources() {}

    static LuaSource of(String text) {
        return new LuaSource("test.lua", text, LineMap.SAME);
    }

    static LuaSource nasty(String name) {
        String file = "/nasty/" + name + ".lua";
        try (InputStream in = Sources.class.getResourceAsStream(file)) {
            return LuaSource.of(name + ".lua", in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    static List<Token> lex(String text) {
        return LosslessLexer.lex(of(text));
    }

    static String minify(String text, DietLevel level) {
        return Minifier.minify(of(text), level, JUDGE).source().text();
    }

    static String maximum(String text) {
        return minify(text, DietLevel.MAXIMUM);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
