package org.perilune.runtime.lib;

/** The classes of characters that patterns name with a letter after {@code %}, as the C locale has them. */
final class CharacterClass {
    private CharacterClass() {}

    /** Whether a class holds a character. A capital letter means the opposite, anything else but a letter itself. */
    static boolean holds(int letter, int c) {
        boolean capital = isUpper(letter);
        boolean member = switch (capital ? letter + ('a' - 'A') : letter) {
            case 'a' -> isLetter(c);
            case 'c' -> c < ' ' || c == 0x7f;
            case 'd' -> isDigit(c);
            case 'l' -> isLower(c);
            case 'p' -> c > ' ' && c < 0x7f && !isLetter(c) && !isDigit(c);
            case 's' -> c == ' ' || (c >= '\t' && c <= '\r');
            case 'u' -> isUpper(c);
            case 'w' -> isLetter(c) || isDigit(c);
            case 'x' -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            case 'z' -> c == 0;
            default -> (letter == c) != capital;
        };
        return member != capital;
    }

    private static boolean isLetter(int c) {
        return isLower(c) || isUpper(c);
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
