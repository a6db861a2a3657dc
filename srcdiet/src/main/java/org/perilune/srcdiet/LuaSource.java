package org.perilune.srcdiet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Lua text and where it came from.
 *
 * @param name the file, as error messages name it
 * @param text the bytes, one char per byte (ISO-8859-1), so that any file survives unharmed
 * @param lines where the lines of the text stand in the file
 */
public record LuaSource(String name, String text, LineMap lines) {
    /** The UTF-8 byte order mark in ISO-8859-1. */
    static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    public static LuaSource of(String name, byte[] bytes) {
        return new LuaSource(name, new String(bytes, StandardCharsets.ISO_8859_1), LineMap.SAME);
    }

    public static LuaSource read(Path file) throws IOException {
        return of(file.toString(), Files.readAllBytes(file));
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public int size() {
        return text.length();
    }

    /** The text as compilers see it: loaders skip a shebang line, editors hide a byte order mark. Lines keep their numbers. */
    LuaSource withoutLoaderLine() {
        int from = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        if (from < text.length() && text.charAt(from) == '#') {
            while (from < text.length() && !Chars.isLineEnd(text.charAt(from))) {
                from++;
            }
        }
        return new LuaSource(name, text.substring(from), lines);
    }

    DietException error(int textLine, String message) {
        return new DietException(name, lines.fileLine(textLine), message);
    }
}
