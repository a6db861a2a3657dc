package org.perilune.telnet;

/** Decides who may come in. Asked by the server's thread, so it answers at once. */
@FunctionalInterface
public interface Login {
    /** Whether a user with a password may come in; both as typed, bytes read as ISO 8859-1. */
    boolean admits(String user, String password);
}
