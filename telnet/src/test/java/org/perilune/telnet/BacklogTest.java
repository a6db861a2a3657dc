package org.perilune.telnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String all(Backlog backlog, int most) {
        StringBuilder text = new StringBuilder();
        for (byte[] part = backlog.take(most); part != null; part = backlog.take(most)) {
            text.append(new String(part, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Test
    void whatFitsComesOutAsItWentIn() {
        Backlog backlog = new Backlog(5000);
        StringBuilder in = new StringBuilder();
        StringBuilder out = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            String piece = String.valueOf((char) (i & 0xff)).repeat(random.nextInt(900));
            backlog.add(bytes(piece));
            in.append(piece);
            if (random.nextInt(4) == 0) {
                out.append(all(backlog, 1 + random.nextInt(2000)));
            } else {
                byte[] part = backlog.take(1000);
                out.append(part == null ? "" : new String(part, StandardCharsets.ISO_8859_1));
            }
        }
        out.append(all(backlog, 100));
        assertEquals(in.toString(), out.toString());
    }

    @Test
    void theOldestIsDroppedWithANote() {
        Backlog backlog = new Backlog(10);
        backlog.add(bytes("0123456789"));
        backlog.add(bytes("abc"));
        assertEquals(note(3) + "3456789abc", all(backlog, 4));
        backlog.add(bytes("x"));
        assertEquals("x", all(backlog, 4));
    }

    @Test
    void aPieceLongerThanAllItHoldsLeavesItsEnd() {
        Backlog backlog = new Backlog(10);
        backlog.add(bytes("ab"));
        backlog.add(bytes("-".repeat(100_000) + "0123456789"));
        assertEquals(note(100_002) + "0123456789", all(backlog, 100));
    }

    private static String note(int dropped) {
        return "\r\n[" + dropped + " bytes of output dropped: this client reads too slowly]\r\n";
    }

    @Test
    void itIsBoundedWhateverIsAdded() {
        Backlog backlog = new Backlog(1000);
        for (int i = 0; i < 100_000; i++) {
            backlog.add(bytes("line " + i + "\n"));
        }
        String text = all(backlog, 64);
        assertTrue(text.length() < 1100, text);
        assertTrue(text.endsWith("line 99999\n"));
    }

    @Test
    void clearedItIsEmpty() {
        Backlog backlog = new Backlog(10);
        backlog.add(bytes("0123456789abc"));
        backlog.clear();
        assertNull(backlog.take(10));
    }
}
