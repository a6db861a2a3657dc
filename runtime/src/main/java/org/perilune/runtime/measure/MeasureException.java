package org.perilune.runtime.measure;

/** What was to be measured does not load or run; the message is the machine's own. */
public final class MeasureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MeasureException(String message) {
        super(message);
    }
}
