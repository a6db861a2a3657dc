package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static void parse(String text) {
        Parser.parse(Sources.of(text), Sources.lex(text), new SyntaxEvents() {});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `if x then\n\nfoo()` | 3 | 'end' expected to close 'if' of line 1, found the end of the file
                    `f(1,\n2` | 2 | ')' expected to close '(' of line 1
                    `x = 1\nbreak` | 2 | break outside a loop
                    function f() return ... end | 1 | '...' outside a vararg function
                    `f\n(x)` | 2 | ambiguous syntax
                    local end = 1 | 1 | a name ('end' is reserved) expected
                    x + 1 | 1 | '=' expected
                    (x) = 1 | 1 | an assignment or a call expected
                    f() = 1 | 1 | an expression expected
                    x = | 1 | an expression expected
                    ; | 1 | an expression expected
                    return 1 x = 2 | 1 | the end of the file expected
                    a.b:c = 1 | 1 | function arguments expected
                    for i do end | 1 | '=' or 'in' expected
                    end | 1 | the end of the file expected
                    """)
    void errorsNameTheLineAndWhatIsWrong(String text, int line, String message) {
        DietException e = assertThrows(DietException.class, () -> parse(text.replace("\\n", "\n")));
        assertEquals(line, e.line(), e.getMessage());
        assertTrue(e.getMessage().startsWith("test.lua:" + line + ": " + message), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "return",
                "return;",
                "f'x'[[y]]{z}:m'k'(1).x=1",
                "while 1 do break; end",
                "x={f\n(y)}",
                "f\n'x'",
                "function a.b.c:d(...)end",
                "local function f()end;(f)()",
                "a,b.c,d[e]=1",
                "for a,b in c,d do break end",
                "x=-2^-3 ..-#y",
                "do return f() end"
            })
    void validProgramsPass(String text) {
        assertDoesNotThrow(() -> parse(text));
    }

    @Test
    void nestingHasALimitInsteadOfACrash() {
        DietException e = assertThrows(DietException.class, () -> parse("x=" + "(".repeat(100_000)));
        assertTrue(e.getMessage().contains("nested levels"), e.getMessage());
    }
}
