package org.perilune.testkit.scenario;

/** A scenario has failed, or is no Lua; the message is {@code FILE:LINE: what}. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String message, Throwable cause) {
        super(message, cause);
    }
}
