package org.perilune.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Lua script with what it is expected to do, written in its comments: {@code -- expect: TEXT} for each line of output,
 * in the order of the output, and at most one {@code -- expect error: TEXT} for an error that nobody catches. In TEXT a
 * tab is written {@code \t}, any other byte that is no printable ASCII character {@code \ddd}.
 *
 * @param path the script's place below the folder of scripts
 * @param source its bytes, one a character
 * @param output the lines it prints
 * @param error the error it ends with, or null; with the line that expects it
 */
record LuaScript(String path, String source, List<Line> output, Line error) {
    private static final Pattern EXPECTATION = Pattern.compile("-- expect( error)?:(?: (.*))?$");

    /** A text with the line of the script that expects it. */
    record Line(int number, String text) {}

    /** Reads the expectations out of a script. */
    static LuaScript parse(String path, String source) {
        List<Line> output = new ArrayList<>();
        Line error = null;
        int number = 0;
        for (String line : source.split("\n", -1)) {
            number++;
            Matcher expectation = EXPECTATION.matcher(line);
            if (!expectation.find()) {
                continue;
            }
            String text = expectation.group(2) == null ? "" : expectation.group(2);
            if (expectation.group(1) == null) {
                output.add(new Line(number, text));
            } else if (error == null) {
                error = new Line(number, text);
            } else {
                throw new IllegalArgumentException(path + ":" + number + ": a second expected error");
            }
        }
        if (output.isEmpty() && error == null) {
            throw new IllegalArgumentException(path + ": expects nothing");
        }
        return new LuaScript(path, source, List.copyOf(output), error);
    }

    /** The file's name alone, by which messages call the chunk. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Shows bytes, one a character, as expectations write them. */
    static String visible(String latin1) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < latin1.length(); i++) {
            char c = latin1.charAt(i);
            if (c == '\t') {
                shown.append("\\t");
            } else if (c >= ' ' && c <= '~') {
                shown.append(c);
            } else {
                shown.append(String.format("\\%03d", (int) c));
            }
        }
        return shown.toString();
    }
}
