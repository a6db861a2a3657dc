package org.perilune.lfs;

/** The modules given make no image: one does not compile, there are too many, or they need too much room. */
public final class LfsBuildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LfsBuildException(String message) {
        super(message, null, false, false);
    }
}
