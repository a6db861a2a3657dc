package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0, 0",
        "000012, 12",
        "1000, 1e3",
        "100, 100",
        "0.5, .5",
        "3., 3",
        "1E+2, 100",
        "0x10, 16",
        "0xFFFFFFFF, 0xFFFFFFFF",
        "0x1p4, 0x1p4",
        "1e400, 1e400",
        "1e-400, 0",
        "0.001, .001",
        "0.0001, 1e-4",
        "123456789012345.0, 123456789012345",
        "3.14159265358979323846, 3.141592653589793",
        "1e23, 1e23",
        "5e-324, 5e-324",
        "2.50, 2.5",
        "12500000, 125e5",
        "1.7976931348623157e308, 17976931348623157e292"
    })
    void numbersTakeTheShortestSpellingOfTheSameValue(String number, String shortest) {
        assertEquals(shortest.length(), NumberSpelling.shortest(number).length(), NumberSpelling.shortest(number));
        if (!shortest.startsWith("0x")) {
            assertEquals(Numeral.value(number), Numeral.value(NumberSpelling.shortest(number)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'it\\'s' | "it's"
                    "say \\"yes\\"" | 'say "yes"'
                    '\\'' | "'"
                    '\\65\\066' | "AB"
                    '\\0001' | '\\0001'
                    '\\000' | "\\0"
                    '\\010' | "\\n"
                    '\\200' | '\\200'
                    '\\z' | "z"
                    [[plain]] | "plain"
                    '\\\\\\\\\\\\' | [[\\\\\\]]
                    '\\\\\\\\\\\\\\\\\\\\]]' | [=[\\\\\\\\\\]]]=]
                    [==[[[x]==] | "[[x"
                    """)
    void stringsTakeTheShortestSpellingOfTheSameBytes(String string, String shortest) {
        Token token = Sources.lex(string).get(0);
        Token spelled = StringSpelling.shortest(token, false, false);
        assertEquals(shortest, spelled.text());
        assertEquals(StringValue.of(token).bytes(), StringValue.of(spelled).bytes());
    }

    @Test
    void rawControlBytesStayAsTheyAre() {
        assertEquals(
                "'\u0001\u00C4'",
                StringSpelling.shortest(Sources.lex("'\u0001\u00C4'").get(0), false, false)
                        .text());
    }

    @Test
    void linesCountWhereLinesAreKept() {
        Token token = Sources.lex("[[a\nb]]").get(0);
        assertEquals("\"a\\nb\"", StringSpelling.shortest(token, false, false).text());
        assertEquals("[[a\nb]]", StringSpelling.shortest(token, false, true).text());
    }

    @Test
    void aLongBracketCostsMoreBehindABracket() {
        Token token = Sources.lex("'\\\\\\\\\\\\'").get(0);
        assertEquals(
                TokenKind.SHORT_STRING,
                StringSpelling.shortest(token, true, false).kind());
    }
}
