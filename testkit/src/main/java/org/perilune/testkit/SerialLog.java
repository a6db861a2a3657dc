package org.perilune.testkit;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perilune.board.UartSink;

/** What a board prints, each byte one character and lines ended by LF alone, and how far it has been taken. */
final class SerialLog implements UartSink {
    private final StringBuilder text = new StringBuilder();
    /** Where what is printed goes while a chunk runs; null at other times. */
    private StringBuilder aside;

    @Override
    public void send(byte[] bytes) {
        String piece = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r", "");
        (aside == null ? text : aside).append(piece);
    }

    /** Keeps what is printed from now on apart. */
    void setAside() {
        aside = new StringBuilder();
    }

    /** Ends {@link #setAside}; what was printed meanwhile. */
    String takeAside() {
        String printed = aside.toString();
        aside = null;
        return printed;
    }

    /** How much there is to take. */
    int length() {
        return text.length();
    }

    /** What has not been taken yet. */
    String pending() {
        return text.toString();
    }

    /** Takes all there is. */
    String takeAll() {
        return take(text.length());
    }

    /** Takes everything up to the end of the first match; null when there is no match. */
    String takeThrough(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? take(matcher.end()) : null;
    }

    private String take(int end) {
        String taken = text.substring(0, end);
        text.delete(0, end);
        return taken;
    }
}
