package org.perilune.srcdiet;

import java.util.List;

/**
 * Tells for each line of a text which line of the file it was cut from or made of.
 *
 * @param lines file lines in order, first line of the text first; empty when text and file are the same
 */
public record LineMap(List<Integer> lines) {
    /** A text that is the whole file. */
    public static final LineMap SAME = new LineMap(List.of());

    public LineMap {
        lines = List.copyOf(lines);
    }

    /** The file line of a line of the text; lines past the end belong to the last one, 0 (unknown) stays 0. */
    public int fileLine(int textLine) {
        if (textLine <= 0 || lines.isEmpty()) {
            return textLine;
        }
        return lines.get(Math.min(textLine, lines.size()) - 1);
    }
}
