package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a source cut into lines; a token over several lines belongs to the one on which it begins. */
final class SourceLines {
    /**
     * One line, or several that a token ties together.
     *
     * @param number the line of the text on which it begins
     * @param tokens its tokens with the line end
     */
    record Line(int number, List<Token> tokens) {
        boolean hasCode() {
            return tokens.stream().anyMatch(Token::isSignificant);
        }

        boolean isBlank() {
            return tokens.stream()
                    .allMatch(token -> token.kind() == TokenKind.BLANK || token.kind() == TokenKind.NEWLINE);
        }

        boolean isTied() {
            return tokens.stream().anyMatch(token -> token.lineEnds() > 0 && token.kind() != TokenKind.NEWLINE);
        }
    }

    private SourceLines() {}

    static List<Line> of(List<Token> tokens) {
        List<Line> lines = new ArrayList<>();
        List<Token> line = new ArrayList<>();
        for (Token token : tokens) {
            line.add(token);
            if (token.kind() == TokenKind.NEWLINE) {
                lines.add(new Line(line.get(0).line(), List.copyOf(line)));
                line.clear();
            }
        }
        if (!line.isEmpty()) {
            lines.add(new Line(line.get(0).line(), List.copyOf(line)));
        }
        return lines;
    }
}
