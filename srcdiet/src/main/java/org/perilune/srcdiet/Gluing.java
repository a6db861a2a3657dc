package org.perilune.srcdiet;

/** Tells whether two significant tokens, written without anything between them, would be read as something else. */
final class Gluing {
    private Gluing() {}

    static boolean isHarmful(Token left, Token right) {
        if (left.kind() == TokenKind.SHORT_STRING || left.kind() == TokenKind.LONG_STRING) {
            return false;
        }
        char last = left.text().charAt(left.text().length() - 1);
        char first = right.text().charAt(0);
        if (left.kind() == TokenKind.NUMBER) {
            return Numeral.end(left.text() + right.text(), left.text().charAt(0) == '.' ? 1 : 0)
                    != left.text().length();
        }
        if (left.kind() != TokenKind.OPERATOR) {
            return Chars.isNamePart(first);
        }
        return switch (last) {
            case '.' -> left.text().length() < 3 && (first == '.' || left.text().length() == 1 && Chars.isDigit(first));
            case '-' -> first == '-';
            case '[' -> first == '[' || first == '=';
            case '=', '<', '>' -> first == '=' && left.text().length() == 1;
            default -> false;
        };
    }
}
