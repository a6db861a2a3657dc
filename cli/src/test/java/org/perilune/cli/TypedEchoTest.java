package org.perilune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A line is seen once in the terminal, whether or not the program gives it back. */
class TypedEchoTest {
    private final TypedEcho echo = new TypedEcho();

    private String shown(String... sent) {
        StringBuilder all = new StringBuilder();
        for (String part : sent) {
            byte[] bytes = echo.without(part.getBytes(StandardCharsets.UTF_8));
            all.append(new String(bytes, StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    @Test
    void whatComesBackOfALineIsNotShownAgain() {
        echo.expect("moon");
        assertEquals("Password: ", shown("m", "o", "o", "n", "\r\n", "Password: "));
        echo.expect("ü");
        assertEquals("ü", shown("ü\r\nü"));
    }

    @Test
    void whatIsSentOnceMoreIsShown() {
        echo.expect("1");
        assertEquals("1\r\n", shown("1\r\n1\r\n"));
    }

    @Test
    void whatOnlyBeginsAlikeIsShownWhole() {
        echo.expect("yes");
        assertEquals("yesterday\r\n", shown("ye", "sterday\r\n"));
        assertEquals("y", shown("y"));
    }

    @Test
    void withoutALineEverythingIsShown() {
        assertEquals("\r\n> ", shown("\r\n> "));
        echo.expect("");
        assertEquals("Number: ", shown("\r\n", "Number: "));
    }
}
