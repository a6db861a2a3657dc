package org.perilune.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a person at a terminal how far a long transfer is, on standard error. */
final class Progress implements AutoCloseable {
    /** Bytes from which on a transfer is long. */
    private static final long LONG = 64 << 10;

    private static final int MILLIS_BETWEEN_LOOKS = 100;

    /** Null when there is nobody to see it, or nothing to wait for. */
    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /** @param bytes how many there are to come */
    static Progress of(String what, long bytes) {
        if (bytes < LONG || !Terminals.isInteractive()) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(bytes)
                .setUnit(" KiB", 1 << 10)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_LOOKS)
                .clearDisplayOnFinish()
                .build());
    }

    /** So many bytes more are done. */
    void add(long bytes) {
        if (bar != null) {
            bar.stepBy(bytes);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
