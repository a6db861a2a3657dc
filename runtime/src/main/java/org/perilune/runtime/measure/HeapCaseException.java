package org.perilune.runtime.measure;

/** A case could not be measured, because it is not valid or its Lua failed. */
public final class HeapCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HeapCaseException(String message) {
        super(message);
    }
}
