package org.perilune.testkit;

import java.time.Duration;
import java.util.regex.Pattern;

/** Texts of failed expectations. */
final class Failures {
    /** Characters of the output that a message shows; the last ones say most. */
    private static final int SHOWN = 2000;

    private Failures() {}

    static String notPrinted(Pattern wanted, String printed, boolean idle, Duration patience) {
        String when = idle ? "nothing is pending" : "after " + seconds(patience) + " s";
        return "expected " + quote(wanted) + ", but " + when + " and the board has printed" + block(printed);
    }

    static String inChunk(String error, String printed) {
        return printed.isEmpty() ? error : error + "; before that it printed" + block(printed);
    }

    private static String quote(Pattern wanted) {
        boolean literal = (wanted.flags() & Pattern.LITERAL) != 0;
        return (literal ? "'" : "a match of /") + wanted.pattern() + (literal ? "'" : "/");
    }

    private static String block(String printed) {
        if (printed.isBlank()) {
            return " nothing";
        }
        String shown = printed.length() <= SHOWN ? printed : "..." + printed.substring(printed.length() - SHOWN);
        return ":\n" + shown.strip().indent(4).stripTrailing();
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? Long.toString(time.toSeconds())
                : Double.toString(time.toMillis() / 1000.0);
    }
}
