package org.perilune.srcdiet;

/**
 * A comment that tells where to cut.
 *
 * @param verb what to do
 * @param name the name it carries, empty if none
 * @param line the line of the text
 */
record SplitMarker(Verb verb, String name, int line) {
    private static final String START = "--[[SPLIT";
    private static final String END = "]]";

    /** What a marker asks for. */
    enum Verb {
        /** Names the module; its first piece begins on the next line. */
        MODULE,
        /** Ends a piece and, with a name, begins the next one on the next line. */
        HERE,
        /** Leaves its line out of the piece. */
        IGNORE
    }

    /** Whether a token claims to be a marker, well formed or not. */
    static boolean isMarker(Token token) {
        return token.kind() == TokenKind.LONG_COMMENT
                && token.text().startsWith(START)
                && !Chars.isNamePart(token.text().charAt(START.length()));
    }

    static SplitMarker of(LuaSource source, Token token) {
        if (token.lineEnds() > 0) {
            throw source.error(token.line(), "a SPLIT marker runs over several lines; close it on its line with ]]");
        }
        String body = token.text().substring(START.length(), token.text().length() - END.length());
        String[] words = body.strip().split("[ \t]+", -1);
        String name = words.length > 1 ? words[1] : "";
        SplitMarker marker = new SplitMarker(verb(source, token.line(), words[0]), name, token.line());
        marker.checkName(source, words.length);
        return marker;
    }

    private static Verb verb(LuaSource source, int line, String word) {
        for (Verb verb : Verb.values()) {
            if (verb.name().equals(word)) {
                return verb;
            }
        }
        throw source.error(line, "unknown SPLIT verb '" + word + "'; use MODULE, HERE or IGNORE");
    }

    private void checkName(LuaSource source, int words) {
        String syntax = switch (verb) {
            case MODULE -> "--[[SPLIT MODULE name]]";
            case HERE -> "--[[SPLIT HERE name]] or --[[SPLIT HERE]]";
            case IGNORE -> "--[[SPLIT IGNORE]]";
        };
        boolean missing = verb == Verb.MODULE && name.isEmpty();
        if (missing || words > (verb == Verb.IGNORE ? 1 : 2)) {
            throw source.error(line, "malformed SPLIT marker; write " + syntax);
        }
        if (verb == Verb.MODULE && !name.matches("[A-Za-z0-9_]+")) {
            throw source.error(
                    line,
                    "bad module name '" + name + "'; use letters, digits and underscores, for it becomes FAST_" + name);
        }
        if (verb == Verb.HERE && !name.isEmpty()) {
            checkPieceName(source, line, name);
        }
    }

    /** A piece name is also a file name. */
    static void checkPieceName(LuaSource source, int line, String name) {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
            throw source.error(
                    line, "bad piece name '" + name + "'; use letters, digits, underscores, hyphens and dots");
        }
    }
}
