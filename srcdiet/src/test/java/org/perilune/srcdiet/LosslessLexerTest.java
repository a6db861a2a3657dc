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

class LosslessLexerTest {
    static final List<String> NASTY = Sources.NASTY;

    @ParameterizedTest
    @FieldSource("NASTY")
    void tokensJoinedAreTheSource(String name) {
        LuaSource source = Sources.nasty(name);
        assertEquals(source.text(), LosslessLexer.join(LosslessLexer.lex(source)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\n\r\r\n",
                " \t\f\u000B",
                "x",
                "--",
                "--[==[\r\n]] ]=]]==]",
                "'\\\r\n\\'\0'",
                "#!",
                "[=[]]]=]"
            })
    void oddTextsSurvive(String text) {
        assertEquals(text, LosslessLexer.join(Sources.lex(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a.b | NAME OPERATOR NAME
                    goto | NAME
                    while | KEYWORD
                    a..b | NAME OPERATOR NAME
                    1e5..b | NUMBER OPERATOR NAME
                    0x1..b | NUMBER OPERATOR NAME
                    a[[[b]]] | NAME LONG_STRING OPERATOR
                    --[ x | SHORT_COMMENT
                    --[=x | SHORT_COMMENT
                    --[=[x]=]y | LONG_COMMENT NAME
                    a--b | NAME SHORT_COMMENT
                    0xA-3e-2 | NUMBER OPERATOR NUMBER
                    """)
    void tokensAreCutAsLuaCutsThem(String text, String kinds) {
        List<String> found = Sources.lex(text).stream()
                .filter(token -> token.kind() != TokenKind.BLANK)
                .map(token -> token.kind().name())
                .toList();
        assertEquals(List.of(kinds.split(" ", -1)), found);
    }

    @Test
    void theByteOrderMarkAndTheShebangLineAreTriviaOfTheirOwn() {
        List<Token> tokens = Sources.lex(LuaSource.BYTE_ORDER_MARK + "#!/bin/lua\nx");
        assertEquals(
                List.of(TokenKind.BOM, TokenKind.SHEBANG, TokenKind.NEWLINE, TokenKind.NAME),
                tokens.stream().map(Token::kind).toList());
    }

    @Test
    void everyKindOfLineEndCountsOnce() {
        List<Token> tokens = Sources.lex("a\r\nb\n\rc\rd\n[[\n\r\n]]e");
        assertEquals(6, tokens.get(tokens.size() - 1).line() - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    x = 'abc | 1 | unfinished string; close it with ' on the same line
                    `\nx = [[a\n` | 2 | unfinished long string; close it with ]]
                    --[==[ ]=] | 1 | unfinished long comment; close it with ]==]
                    x = 3x | 1 | malformed number '3x'
                    x = 1..2 | 1 | malformed number '1..2'
                    x = 0x | 1 | malformed number '0x'
                    x = 1e+ | 1 | malformed number '1e+'
                    x = .5... | 1 | malformed number '.5...'
                    x = a & b | 1 | unexpected character '&'
                    x = '\\300' | 1 | escape \\300 is no byte
                    x = [=y | 1 | invalid long string delimiter
                    [[ [[ ]] | 1 | [[ inside a long string
                    """)
    void errorsNameTheLineAndTheRemedy(String text, int line, String message) {
        String source = text.replace("\\n", "\n").replace("\\\\", "\\");
        DietException e = assertThrows(DietException.class, () -> Sources.lex(source));
        assertEquals(line, e.line());
        assertTrue(
                e.getMessage().startsWith("test.lua:" + line + ": " + message.replace("\\\\", "\\")), e.getMessage());
    }

    @Test
    void compiledLuaIsNoSource() {
        DietException e = assertThrows(DietException.class, () -> Sources.lex("\u001BLuaQ"));
        assertTrue(e.getMessage().contains("compiled Lua"), e.getMessage());
    }
}
