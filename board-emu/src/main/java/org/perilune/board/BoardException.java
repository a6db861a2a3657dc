package org.perilune.board;

/** A board cannot do what was asked of it; the message is a sentence for its user. */
public final class BoardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BoardException(String sentence) {
        super(sentence);
    }

    public BoardException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
