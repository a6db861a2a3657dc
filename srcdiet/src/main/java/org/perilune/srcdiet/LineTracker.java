package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;

/** Works out from which line of the file each line of a token list comes, whose tokens know the line of the source. */
final class LineTracker {
    private LineTracker() {}

    static LineMap lines(LuaSource source, List<Token> tokens) {
        List<Integer> lines = new ArrayList<>();
        int known = 1;
        boolean atStart = true;
        for (Token token : tokens) {
            if (atStart) {
                known = token.line();
                lines.add(known);
            }
            for (int i = 1; i <= token.lineEnds() && token.kind() != TokenKind.NEWLINE; i++) {
                lines.add(token.line() + i);
            }
            atStart = token.kind() == TokenKind.NEWLINE;
        }
        return new LineMap(lines.stream().map(source.lines()::fileLine).toList());
    }
}
