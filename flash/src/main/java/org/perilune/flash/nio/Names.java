package org.perilune.flash.nio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Between names as bytes, which SPIFFS has, and as text: UTF-8, or a character for each byte where it is not. */
final class Names {
    private Names() {}

    static String toText(String name) {
        ByteBuffer bytes = ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return name;
        }
    }

    static String toName(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Replaces what keeps a name from being one element of a path. */
    static String escape(String name) {
        String escaped = name.replace("/", "%2F");
        return escaped.equals(".") || escaped.equals("..") ? escaped.replace(".", "%2E") : escaped;
    }

    static String unescape(String text) {
        return text.replace("%2F", "/").replace("%2E", ".");
    }
}
