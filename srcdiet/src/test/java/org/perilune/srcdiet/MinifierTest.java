package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinifierTest {
    static final List<String> NASTY = Sources.NASTY;

    @ParameterizedTest
    @FieldSource("NASTY")
    void nastyProgramsStayTheSameProgramsAtAllLevels(String name) {
        LuaSource source = Sources.nasty(name);
        int size = source.size();
        for (DietLevel level : DietLevel.values()) {
            LuaSource result = Minifier.minify(source, level, Sources.JUDGE).source();
            assertTrue(result.size() <= size, level + " " + result.text());
            size = result.size();
            LuaSource kept =
                    Minifier.minifyKeepingLines(source, level, Sources.JUDGE).source();
            assertEquals(Chars.lineEnds(source.text()), Chars.lineEnds(kept.text()), level.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"m01_goto, 1", "m03_bitops, 1", "m04_escapes, 1", "m07_semi_labels, 1", "m09_breakmid, 1"})
    void laterLuaIsRefusedWithItsLine(String name, int line) {
        LuaSource source = Sources.nasty(name);
        DietException e =
                assertThrows(DietException.class, () -> Minifier.minify(source, DietLevel.MAXIMUM, Sources.JUDGE));
        assertEquals(line, e.line());
        assertEquals(name + ".lua", e.file());
    }

    @Test
    void laterLuaThatHappensToBeValidPasses() {
        Minifier.minify(Sources.nasty("m06_env"), DietLevel.MAXIMUM, Sources.JUDGE);
    }

    @Test
    void levelNoneChangesNothing() {
        String text = LuaSource.BYTE_ORDER_MARK + "#!lua\nx = ( 1 ) -- c\r\n";
        assertEquals(text, Sources.minify(text, DietLevel.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    x = 1 .. 2 | x=1 ..2
                    x = - - 1 | x=- -1
                    x = a - - - b | x=a- - -b
                    x = t [ [[k]] ] | x=t[ [[k]]]
                    x = a --[[c]] .b | x=a.b
                    x = 1 --[[c]] y = 2 | x=1 y=2
                    if not x then return end | if not x then return end
                    f ( ) ; ( g ) ( ) | f();(g)()
                    x = 0x1 .. y | x=0x1..y
                    x = 1e5 .. y | x=1e5..y
                    x = a and .5 | x=a and.5
                    """)
    void whiteSpaceGoesWhereItSeparatesNothing(String text, String expected) {
        assertEquals(expected, Sources.minify(text, DietLevel.BASIC));
    }

    @Test
    void aNeededSeparatorIsALineEndWhereTheSourceHadOne() {
        assertEquals("x=1\ny=2", Sources.minify("x = 1 -- one\n\n  y = 2\n", DietLevel.BASIC));
    }

    @Test
    void byteOrderMarkAndShebangLineGo() {
        assertEquals("x=1", Sources.minify(LuaSource.BYTE_ORDER_MARK + "#!/usr/bin/lua\nx = 1", DietLevel.BASIC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    f("x") g({}) h(([[y]])) | f"x"g{}h"y"
                    f("x", 1) f(("x"):rep(2)) | f("x",1)f(("x"):rep(2))
                    x = t["name"] y = {["k"] = 1, ["end"] = 2, ["a b"] = 3} | x=t.name y={k=1,["end"]=2,["a b"]=3}
                    x = {1; 2; } | x={1;2}
                    do return ; end | do return end
                    x = f ; (g)() | x=f g()
                    x = f ; (g or h)() | x=f;(g or h)()
                    if (a == b) then f() end | if a==b then f()end
                    while (f()) do end | while f()do end
                    x = (f()) y = (f()) + 1 | x=(f())y=f()+1
                    return (...) | return(...)
                    x = (a + b) * c x = a + (b * c) | x=(a+b)*c x=a+b*c
                    x = a - (b - c) x = a .. (b .. c) x = 2 ^ (3 ^ 2) | x=a-(b-c)x=a..b..c x=2^3^2
                    x = (-2) ^ 2 x = (2) ^ 2 x = -(2) ^ 2 | x=(-2)^2 x=2^2 x=-2^2
                    x = ((a)).b x = ((a or b)).c | x=a.b x=(a or b).c
                    x = not (a == b) x = (not a) == b | x=not(a==b)x=not a==b
                    x = 1 < (y) | x=1<(y)
                    local a = 1; local b = 2 f(a, b) | local a,b=1,2 f(a,b)
                    local a = 1 local b = a f(a, b) | local a=1 local b=a f(a,b)
                    local a local b f(a, b) | local a,b f(a,b)
                    local a local b = f() g(a, b) | local a,b=nil,f()g(a,b)
                    local a = f() local b g(a, b) | local a=f()local b g(a,b)
                    local a = 1 local b ; (f or g)(a, b) | local a,b=1;(f or g)(a,b)
                    local a, b = f() local c = 1 g(a, b, c) | local a,b=f()local c=1 g(a,b,c)
                    for i in f, g, h, j do local a local b end | for a in f,g,h,j do local a local a end
                    """)
    void atMaximumEverythingTakesItsShortestSpelling(String text, String expected) {
        assertEquals(expected, Sources.maximum(text));
    }

    @Test
    void aParenthesisOnANewLineStaysWhereItIs() {
        String text = "x = (a\n)(b)";
        assertThrows(DietException.class, () -> Sources.maximum("x = a\n(b)"));
        assertEquals(
                "x=(a\n)(b)",
                Minifier.minifyKeepingLines(Sources.of(text), DietLevel.MAXIMUM, Sources.JUDGE)
                        .source()
                        .text());
    }

    @Test
    void theLineMapLeadsBackToTheSource() {
        String text = "-- head\n\nx = 1\n\n\ny = [[a\nb]] z = 2\nw = 3";
        LuaSource result = Minifier.minify(Sources.of(text), DietLevel.BASIC, Sources.JUDGE)
                .source();
        assertEquals("x=1\ny=[[a\nb]]z=2\nw=3", result.text());
        assertEquals(List.of(3, 6, 7, 8), result.lines().lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = 1\n\n\ny = 2\n", "--[[a\nb]] x = [[c\r\nd]]\r\ny = 'a\\\nb'", "\n\n"})
    void keptLinesStayInPlace(String text) {
        for (DietLevel level : DietLevel.values()) {
            LuaSource result = Minifier.minifyKeepingLines(Sources.of(text), level, Sources.JUDGE)
                    .source();
            assertEquals(Chars.lineEnds(text), Chars.lineEnds(result.text()));
        }
    }

    @Test
    void aSourceThatTheCompilerRefusesIsRefusedWithItsLine() {
        BytecodeCompiler refusing = (name, source) -> {
            throw new SourceException(2, "too many locals");
        };
        LuaSource source = new LuaSource("f.lua", "x=1\ny=2", new LineMap(List.of(10, 20)));
        DietException e = assertThrows(DietException.class, () -> Minifier.minify(source, DietLevel.NONE, refusing));
        assertEquals("f.lua:20: too many locals; the file must compile before it can be minified", e.getMessage());
    }

    @Test
    void aResultThatIsAnotherProgramNeverGetsOut() {
        BytecodeCompiler textual = (name, source) -> source;
        DietException e = assertThrows(
                DietException.class,
                () -> Minifier.minify(Sources.of("local long=1 f(long)"), DietLevel.DEFAULT, textual));
        assertTrue(e.getMessage().contains("differs from byte 6 on, after RenameLocals"), e.getMessage());
    }

    @Test
    void aResultThatDoesNotCompileNeverGetsOut() {
        BytecodeCompiler picky = (name, source) -> {
            if (source.length < 20) {
                throw new SourceException(1, "too short");
            }
            return new byte[0];
        };
        DietException e = assertThrows(
                DietException.class,
                () -> Minifier.minify(Sources.of("local long=1 f(long)"), DietLevel.DEFAULT, picky));
        assertTrue(e.getMessage().contains("does not compile (line 1: too short"), e.getMessage());
    }
}
