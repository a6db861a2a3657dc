package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitterTest {
    private static final String MODULE = """
            --[[SPLIT MODULE m]]

            -- head
            local M = {}
            if FAST_m then return M end

            function M.open(...) --[[SPLIT HERE m-open]]

            local this = ...
            this.x = "--[[SPLIT HERE no]]"

            end --[[SPLIT IGNORE]]
            function M.close(...) --[[SPLIT HERE m-close]]
            return f( --[[SPLIT IGNORE]]
            (...)
            end --[[SPLIT HERE]]
            -- only the whole file needs this
            return M --[[SPLIT IGNORE]]
            """;

    private static List<Piece> split(String text) {
        return Splitter.split(Sources.of(text));
    }

    @Test
    void aModuleIsCutAtItsMarkers() {
        List<Piece> pieces = split(MODULE);
        assertEquals(
                List.of("m", "m-open", "m-close"),
                pieces.stream().map(Piece::name).toList());
        assertEquals(
                List.of(
                        "-- head\nlocal M = {}\nif FAST_m then return M end\n",
                        "local this = ...\nthis.x = \"--[[SPLIT HERE no]]\"\n",
                        "(...)\n"),
                pieces.stream().map(piece -> piece.source().text()).toList());
        assertEquals(List.of(3, 9, 15), pieces.stream().map(Piece::firstLine).toList());
        assertEquals(
                List.of(true, false, false), pieces.stream().map(Piece::first).toList());
        assertTrue(pieces.stream().allMatch(piece -> piece.module().equals("m")));
    }

    @Test
    void aFileWithoutMarkersIsOnePieceNamedAfterIt() {
        LuaSource source = new LuaSource("some/where/clock.lua", "x = 1", LineMap.SAME);
        Piece piece = Splitter.split(source).get(0);
        assertEquals("clock", piece.name());
        assertEquals("clock", piece.module());
        assertFalse(piece.first());
        assertEquals(source, piece.source());
    }

    @Test
    void linesOfAPieceLeadToTheFileAlsoBehindAnIgnoredLine() {
        String text = "--[[SPLIT MODULE m]]\nx = 1\ny = 2 --[[SPLIT IGNORE]]\nz = )\n";
        Piece piece = split(text).get(0);
        DietException e = assertThrows(DietException.class, () -> piece.minified(DietLevel.MAXIMUM, Sources.JUDGE));
        assertEquals(4, e.line());
    }

    @Test
    void aPieceMustBeAProgramOfItsOwn() {
        String text = "--[[SPLIT MODULE m]]\nfunction f()\n--[[SPLIT HERE b]]\nend";
        DietException e = assertThrows(
                DietException.class, () -> split(text).forEach(piece -> piece.minified(DietLevel.NONE, Sources.JUDGE)));
        assertEquals(2, e.line());
        assertEquals("test.lua", e.file());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `\n--[[SPLIT HERE x]]` | 2 | SPLIT HERE before --[[SPLIT MODULE name]]
                    `x=1 --[[SPLIT IGNORE]]` | 1 | SPLIT IGNORE before --[[SPLIT MODULE name]]
                    `--[[SPLIT MODULE a]]\nx=1\n--[[SPLIT MODULE b]]` | 3 | second SPLIT MODULE, the first is on line 1
                    `--[[SPLIT MODULE a]]\nx=1\n--[[SPLIT HERE a]]\ny=1` | 3 | piece 'a' already begins at line 1
                    `--[[SPLIT THERE a]]` | 1 | unknown SPLIT verb 'THERE'
                    `--[[SPLIT]]` | 1 | unknown SPLIT verb ''
                    `--[[SPLIT MODULE]]` | 1 | malformed SPLIT marker; write --[[SPLIT MODULE name]]
                    `--[[SPLIT MODULE a b]]` | 1 | malformed SPLIT marker
                    `--[[SPLIT MODULE a-b]]` | 1 | bad module name 'a-b'
                    `--[[SPLIT MODULE a]]\nx=1\n--[[SPLIT HERE a/b]]` | 3 | bad piece name 'a/b'
                    `--[[SPLIT MODULE a]]\nx=1 --[[SPLIT IGNORE x]]` | 2 | malformed SPLIT marker
                    `--[[SPLIT MODULE a]]\nx=1 --[[SPLIT IGNORE]] --[[SPLIT HERE]]` | 2 | two SPLIT markers on one line
                    `--[[SPLIT MODULE a]]\nx=[[\n]] y=1 --[[SPLIT HERE]]` | 3 | a string or comment over several lines
                    `--[[SPLIT MODULE a]]\nx=1\n--[[SPLIT HERE]] y=[[\n]]` | 3 | a string or comment over several lines
                    `--[[SPLIT MODULE a\n]]` | 1 | a SPLIT marker runs over several lines
                    `--[[SPLIT MODULE a]]\n-- c\n--[[SPLIT HERE b]]\nx=1` | 1 | piece 'a' is empty
                    `--[[SPLIT MODULE a]]\nx=1\n--[[SPLIT HERE b]]\n` | 3 | piece 'b' is empty
                    `x=1\n--[[SPLIT MODULE a]]` | 1 | code before --[[SPLIT MODULE name]]
                    `x=1 --[[SPLIT MODULE a]]` | 1 | code beside --[[SPLIT MODULE name]]
                    `--[[SPLIT MODULE a]]\nx=1\n--[[SPLIT HERE]]\ny=1` | 4 | code after --[[SPLIT HERE]] belongs to no piece
                    """)
    void mistakesAreNamedWithLineAndRemedy(String text, int line, String message) {
        DietException e = assertThrows(DietException.class, () -> split(text.replace("\\n", "\n")));
        assertTrue(e.getMessage().startsWith("test.lua:" + line + ": " + message), e.getMessage());
    }

    @Test
    void wordsThatOnlyLookLikeMarkersAreComments() {
        assertEquals(
                1,
                split("--[[SPLITTING hairs]] x=1 -- [[SPLIT HERE x]]\n--[=[SPLIT HERE y]=]")
                        .size());
    }
}
