package org.perilune.flash.chip;

/**
 * What was done to a chip since it was made or opened.
 *
 * @param reads read commands
 * @param bytesRead bytes they gave
 * @param programs program commands; one never crosses a 256-byte page
 * @param bytesProgrammed bytes they were given
 * @param erases sectors erased
 */
public record ChipCounters(long reads, long bytesRead, long programs, long bytesProgrammed, long erases) {}
