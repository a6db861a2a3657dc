package org.perilune.srcdiet;

/**
 * A local variable and its new name.
 *
 * @param line the line of the file that declares it
 */
public record Renaming(int line, String from, String to) {}
