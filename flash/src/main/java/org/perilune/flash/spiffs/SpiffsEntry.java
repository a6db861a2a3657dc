package org.perilune.flash.spiffs;

/**
 * A file as listed.
 *
 * @param name its name; each character is one byte
 * @param size its length in bytes
 * @param id its object id, which stays the same until it is removed
 */
public record SpiffsEntry(String name, int size, int id) {}
