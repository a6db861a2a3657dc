package org.perilune.srcdiet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GluingTest {
    private static final List<String> TOKENS = List.of(
            "a", "_", "and", "e1", "x", "0", "1", "1e5", "0x1", "0xe", ".5", "3.", "'s'", "[[s]]", "[=[s]=]", "-", "[",
            "]", ".", "..", "...", "=", "==", "~=", "<", "<=", ">", ">=", "(", ")", "{", "}", ",", ";", ":", "+", "*",
            "/", "^", "%", "#");

    @Test
    void tokensAreKeptApartExactlyWhereTheyWouldReadDifferently() {
        for (String left : TOKENS) {
            for (String right : TOKENS) {
                boolean harmful = Gluing.isHarmful(
                        Sources.lex(left.equals("#") ? " #" : left).stream()
                                .filter(Token::isSignificant)
                                .findFirst()
                                .orElseThrow(),
                        Sources.lex(" " + right).get(1));
                assertEquals(readsDifferently(left, right), harmful, left + " " + right);
            }
        }
    }

    private static boolean readsDifferently(String left, String right) {
        try {
            List<String> texts = Sources.lex("\n" + left + right).stream()
                    .filter(Token::isSignificant)
                    .map(Token::text)
                    .toList();
            return !texts.equals(List.of(left, right));
        } catch (DietException e) {
            return true;
        }
    }
}
