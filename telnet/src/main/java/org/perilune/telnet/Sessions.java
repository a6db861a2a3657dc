package org.perilune.telnet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The clients that are logged in. All see the same, like terminals at one serial line: what the console prints, and
 * what the others type. Text may come from any thread.
 */
final class Sessions {
    /** Bytes of an unfinished line that a newcomer is shown. */
    private static final int MOST_UNFINISHED = 256;

    private final List<SessionHandler> present = new ArrayList<>();
    private final int limit;
    /** What was printed since the last line end, mostly a prompt. */
    private byte[] unfinished = {};

    Sessions(int limit) {
        this.limit = limit;
    }

    synchronized boolean hasRoom() {
        return present.size() < limit;
    }

    /** Adds a client and shows it a greeting and the line that the others see, too. */
    synchronized void enter(SessionHandler session) {
        int others = present.size();
        String company = others == 0 ? "nobody else is here" : others == 1 ? "one other is here" : others + " others";
        session.show(("The board's prompt (" + company + "). Ctrl-C or Interrupt stops what is running, Ctrl-D leaves."
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        session.show(unfinished);
        present.add(session);
    }

    synchronized void leave(SessionHandler session) {
        present.remove(session);
    }

    /** Shows all clients what the console prints. */
    void print(byte[] text) {
        printFrom(null, text);
    }

    /** Shows the others what a client has typed, which sees it already. */
    synchronized void printFrom(SessionHandler typist, byte[] text) {
        note(text);
        for (SessionHandler session : present) {
            if (session != typist) {
                session.show(text);
            }
        }
    }

    private void note(byte[] text) {
        int from = text.length;
        while (from > 0 && text[from - 1] != '\n') {
            from--;
        }
        int kept = from == 0 ? unfinished.length : 0;
        byte[] line = Arrays.copyOf(unfinished, kept + text.length - from);
        System.arraycopy(text, from, line, kept, text.length - from);
        unfinished = Arrays.copyOfRange(line, Math.max(0, line.length - MOST_UNFINISHED), line.length);
    }
}
