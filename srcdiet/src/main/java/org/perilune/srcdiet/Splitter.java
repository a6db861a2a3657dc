package org.perilune.srcdiet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.perilune.srcdiet.SourceLines.Line;

/**
 * Cuts a source at its SPLIT markers, so that one file serves whole and in pieces. The rules:
 *
 * <ul>
 *   <li>A marker is a comment of its own, {@code --[[SPLIT ...]]}; the line it stands on belongs to no piece.
 *   <li>{@code MODULE name} comes once, before all code. The piece called name begins on the next line.
 *   <li>{@code HERE name} ends a piece; the piece called name begins on the next line.
 *   <li>{@code HERE} without a name ends a piece. What follows is for the whole file only, and so that no code gets lost
 *       unnoticed, every line of it that holds code carries {@code IGNORE}.
 *   <li>{@code IGNORE} leaves just its line out of the pieces.
 *   <li>Blank lines at the ends of a piece belong to no piece.
 * </ul>
 *
 * A file without markers is one piece, named after the file.
 */
public final class Splitter {
    private final LuaSource source;
    private final List<Piece> pieces = new ArrayList<>();
    /** For each piece name the line of its marker. */
    private final Map<String, Integer> nameLines = new HashMap<>();

    private String module = "";
    private int moduleLine;
    /** The name of the piece being collected, empty between pieces. */
    private String pieceName = "";

    private int pieceLine;
    private List<Line> pieceLines = new ArrayList<>();

    private Splitter(LuaSource source) {
        this.source = source;
    }

    /** The pieces of a source in their order. They are cut, not compiled. */
    public static List<Piece> split(LuaSource source) {
        return new Splitter(source).run();
    }

    private List<Piece> run() {
        List<Token> tokens = LosslessLexer.lex(source);
        if (tokens.stream().noneMatch(SplitMarker::isMarker)) {
            return List.of(whole());
        }
        for (Line line : SourceLines.of(tokens)) {
            List<Token> markers =
                    line.tokens().stream().filter(SplitMarker::isMarker).toList();
            if (markers.isEmpty()) {
                plain(line);
            } else {
                marked(line, markers);
            }
        }
        endPiece();
        return List.copyOf(pieces);
    }

    private Piece whole() {
        String file = String.valueOf(Path.of(source.name()).getFileName());
        String name = file.endsWith(".lua") ? file.substring(0, file.length() - ".lua".length()) : file;
        SplitMarker.checkPieceName(source, 0, name);
        return new Piece(name, name, false, source);
    }

    private void plain(Line line) {
        if (!pieceName.isEmpty()) {
            pieceLines.add(line);
        } else if (line.hasCode()) {
            throw error(
                    line.number(),
                    module.isEmpty()
                            ? "code before --[[SPLIT MODULE name]]; move the marker to the top"
                            : "code after --[[SPLIT HERE]] belongs to no piece; name the piece in the marker, or put"
                                    + " --[[SPLIT IGNORE]] on the line if only the whole file needs it");
        }
    }

    private void marked(Line line, List<Token> markers) {
        if (markers.size() > 1) {
            throw error(line.number(), "two SPLIT markers on one line; put each on a line of its own");
        }
        SplitMarker marker = SplitMarker.of(source, markers.get(0));
        if (line.isTied()) {
            throw error(
                    marker.line(),
                    "a string or comment over several lines shares the line of a SPLIT marker; move the marker to a line"
                            + " of its own");
        }
        if (module.isEmpty() && marker.verb() != SplitMarker.Verb.MODULE) {
            throw error(
                    marker.line(), "SPLIT " + marker.verb() + " before --[[SPLIT MODULE name]]; add that at the top");
        }
        switch (marker.verb()) {
            case MODULE -> module(line, marker);
            case HERE -> here(marker);
            case IGNORE -> {}
        }
    }

    private void module(Line line, SplitMarker marker) {
        if (!module.isEmpty()) {
            throw error(
                    marker.line(),
                    "second SPLIT MODULE, the first is on line "
                            + source.lines().fileLine(moduleLine) + "; one file holds one module, use SPLIT HERE");
        }
        if (line.hasCode()) {
            throw error(marker.line(), "code beside --[[SPLIT MODULE name]]; move the code to the next line");
        }
        module = marker.name();
        moduleLine = marker.line();
        beginPiece(marker);
    }

    private void here(SplitMarker marker) {
        endPiece();
        if (!marker.name().isEmpty()) {
            beginPiece(marker);
        }
    }

    private void beginPiece(SplitMarker marker) {
        Integer earlier = nameLines.putIfAbsent(marker.name(), marker.line());
        if (earlier != null) {
            throw error(
                    marker.line(),
                    "piece '" + marker.name() + "' already begins at line "
                            + source.lines().fileLine(earlier) + "; use another name");
        }
        pieceName = marker.name();
        pieceLine = marker.line();
    }

    private void endPiece() {
        if (pieceName.isEmpty()) {
            return;
        }
        if (pieceLines.stream().noneMatch(Line::hasCode)) {
            throw error(pieceLine, "piece '" + pieceName + "' is empty; remove its marker or put code below it");
        }
        pieces.add(new Piece(module, pieceName, pieces.isEmpty(), cut(pieceLines)));
        pieceName = "";
        pieceLines = new ArrayList<>();
    }

    private LuaSource cut(List<Line> lines) {
        int from = 0;
        int to = lines.size();
        while (lines.get(from).isBlank()) {
            from++;
        }
        while (lines.get(to - 1).isBlank()) {
            to--;
        }
        List<Token> tokens = lines.subList(from, to).stream()
                .flatMap(line -> line.tokens().stream())
                .toList();
        return new LuaSource(source.name(), LosslessLexer.join(tokens), LineTracker.lines(source, tokens));
    }

    private DietException error(int line, String message) {
        return source.error(line, message);
    }
}
