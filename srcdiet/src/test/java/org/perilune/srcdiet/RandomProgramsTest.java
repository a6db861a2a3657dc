package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties that must hold for any program, tried on many made at random; the seeds are fixed, so runs repeat. */
class RandomProgramsTest {
    private static final int PROGRAMS = 300;
    private static final String[] FRAGMENTS = {
        "(",
        ")",
        "end",
        "then",
        "do",
        "[",
        "]",
        "{",
        "}",
        "..",
        "...",
        "=",
        ",",
        ";",
        ":",
        ".",
        "function",
        "local",
        "return",
        "break",
        "1",
        "x",
        "\"",
        "\n",
        "[[",
        "]]",
        "--",
        "not",
        "-",
        "in",
        "until",
        "\\",
        "\0",
        "@",
        "0x",
        "~",
        "'"
    };

    private static LuaSource program(long seed, int statements) {
        return new LuaSource("seed " + seed, new ProgramGenerator(seed).program(statements), LineMap.SAME);
    }

    @Test
    void minifiedProgramsAreTheSameProgramsAndNoLonger() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            LuaSource source = program(seed, 5);
            int size = source.size();
            for (DietLevel level : DietLevel.values()) {
                LuaSource result = Minifier.minify(source, level, Sources.JUDGE).source();
                assertTrue(result.size() <= size, source.name() + " " + level);
                size = result.size();
                LuaSource kept = Minifier.minifyKeepingLines(source, level, Sources.JUDGE)
                        .source();
                assertEquals(Chars.lineEnds(source.text()), Chars.lineEnds(kept.text()), source.name() + " " + level);
            }
        }
    }

    @Test
    void minifiedProgramsCanBeMinifiedAgain() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            LuaSource once = Minifier.minify(program(seed, 5), DietLevel.MAXIMUM, Sources.JUDGE)
                    .source();
            LuaSource twice =
                    Minifier.minify(once, DietLevel.MAXIMUM, Sources.JUDGE).source();
            assertTrue(twice.size() <= once.size(), once.name());
        }
    }

    @Test
    void tokensJoinedAreTheProgram() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            LuaSource source = program(seed, 5);
            assertEquals(source.text(), LosslessLexer.join(LosslessLexer.lex(source)));
        }
    }

    @Test
    void damagedProgramsAreMinifiedOrRefusedButNeverCrash() {
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            LuaSource source = damaged(program(random.nextInt(500), 2).text(), random);
            try {
                Minifier.minify(source, DietLevel.MAXIMUM, Sources.JUDGE);
            } catch (DietException e) {
                refused++;
                assertTrue(e.line() > 0 || e.getMessage().contains("compiled"), e.getMessage());
            }
        }
        assertTrue(refused > 1000 && refused < 3000, "refused " + refused);
    }

    @Test
    void damagedModulesAreSplitOrRefusedButNeverCrash() {
        Random random = new Random(2);
        String module =
                "--[[SPLIT MODULE m]]\nx=1\nf() --[[SPLIT HERE m-a]]\ny=[[\n]]\nz=1 --[[SPLIT IGNORE]]\n--[[SPLIT HERE]]\n";
        for (int i = 0; i < 3000; i++) {
            LuaSource source = damaged(module, random);
            try {
                List<Piece> pieces = Splitter.split(source);
                pieces.forEach(piece -> piece.minified(DietLevel.MAXIMUM, Sources.JUDGE));
            } catch (DietException e) {
                assertTrue(e.getMessage().startsWith("damaged"), e.getMessage());
            }
        }
    }

    private static LuaSource damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        int wounds = 1 + random.nextInt(3);
        for (int i = 0; i < wounds && damaged.length() > 0; i++) {
            int at = random.nextInt(damaged.length());
            if (random.nextBoolean()) {
                damaged.insert(at, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            } else {
                damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(6)));
            }
        }
        return new LuaSource("damaged", damaged.toString(), LineMap.SAME);
    }
}
