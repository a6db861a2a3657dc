package org.perilune.flash.spiffs;

import java.util.List;

/**
 * What a check found and put right.
 *
 * @param freedPages pages that nothing wanted and that were given up
 * @param messages in words what happened to files; empty when all are whole
 */
public record CheckReport(int freedPages, List<String> messages) {
    public CheckReport {
        messages = List.copyOf(messages);
    }

    /** Whether there was nothing to do. */
    public boolean isClean() {
        return freedPages == 0 && messages.isEmpty();
    }
}
