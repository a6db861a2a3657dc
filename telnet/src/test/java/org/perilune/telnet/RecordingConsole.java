package org.perilune.telnet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Remembers what clients want of it. */
final class RecordingConsole implements LineConsole {
    private final List<String> lines = new ArrayList<>();
    private boolean busy;
    private int interrupts;

    @Override
    public synchronized boolean isBusy() {
        return busy;
    }

    synchronized void busy(boolean now) {
        busy = now;
    }

    @Override
    public synchronized void line(byte[] text) {
        lines.add(new String(text, StandardCharsets.ISO_8859_1));
    }

    @Override
    public synchronized void interrupt() {
        interrupts++;
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized int interrupts() {
        return interrupts;
    }
}
