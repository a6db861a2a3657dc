package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns every comment into the white space it stands for; the byte order mark and the shebang line go without trace. */
final class DropComments implements Pass {
    @Override
    public List<Token> apply(LuaSource source, List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            if (token.kind() == TokenKind.BOM || token.kind() == TokenKind.SHEBANG) {
                continue;
            }
            if (!token.kind().isComment()) {
                result.add(token);
            } else if (token.lineEnds() > 0) {
                result.addAll(Collections.nCopies(token.lineEnds(), Token.lineEnd(token.line())));
            } else {
                result.add(Token.space(token.line()));
            }
        }
        return result;
    }
}
