package org.perilune.runtime.value;

/**
 * A bare pointer as a value: costs no heap and is equal by address.
 *
 * @param address the pointer
 */
public record LightUserdata(int address) {}
