package org.perilune.testkit;

/**
 * What a program costs, in device bytes above the level of the idle board.
 *
 * @param live bytes in use once the garbage is collected
 * @param peak most bytes in use at a time; a block being resized counts twice, as on the device
 */
public record HeapFigures(long live, long peak) {}
