package org.perilune.srcdiet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Replacements collected while a source is read, applied at once so that positions stay valid meanwhile. */
final class TokenEdits {
    private final List<Token> tokens;
    /** For the first token of each replaced range: where the range ends (exclusive) and what takes its place. */
    private final Map<Integer, Range> ranges = new TreeMap<>();

    private record Range(int to, List<Token> replacement) {}

    TokenEdits(List<Token> tokens) {
        this.tokens = tokens;
    }

    void delete(int at) {
        replace(at, at + 1, List.of());
    }

    void replace(int at, TokenKind kind, String text) {
        replace(at, at + 1, List.of(new Token(kind, text, tokens.get(at).line())));
    }

    /** Ranges may touch but not overlap. */
    void replace(int from, int to, List<Token> replacement) {
        ranges.put(from, new Range(to, replacement));
    }

    List<Token> apply() {
        List<Token> result = new ArrayList<>(tokens.size());
        int at = 0;
        for (Map.Entry<Integer, Range> edit : ranges.entrySet()) {
            result.addAll(tokens.subList(at, edit.getKey()));
            result.addAll(edit.getValue().replacement());
            at = edit.getValue().to();
        }
        result.addAll(tokens.subList(at, tokens.size()));
        return result;
    }
}
